// Parallel coordinates (Inselberg, 1985): a line for each point; dragging along an axis keeps what passes there.
{
  const { axes, measures, number, data, isFront, make, makeSvg, ink, format, tickText, grouped, filter } = sweep;
  const byId = (id) => document.getElementById(id);
  const box = byId("parallel-plot");
  const dimensions = [...axes, ...measures.filter((measure) => measure.objective)];
  const canvas = box.appendChild(make("canvas"));
  const svg = box.appendChild(makeSvg("svg", { class: "plot" }));
  const [HEIGHT, TOP, BOTTOM] = [400, 46, 380];
  const onlyFront = byId("only-front");
  // Lines through the same value are spread a little, always the same way, or many would look like one.
  const spread = number.map((each, point) => [0, 1, 2, 3].map((turn) => ((((each + 1) * 2654435761 + turn * 40503 + point * 97) >>> (3 + turn)) % 1000) / 1000 - 0.5));
  let columns = []; // of each dimension: where it stands, where values lie on it, and back

  const column = (dimension, x) => {
    if (!dimension.values) {
      const scale = sweep.scale.of(dimension, sweep.scale.isLogByItself(dimension), BOTTOM, TOP);
      return { dimension, x, at: scale.at, room: 0, inverse: scale.inverse, labels: scale.ticks(6).map((tick) => [tick, tickText(tick, dimension)]) };
    }
    const count = dimension.values.length;
    const at = (choice) => (count === 1 ? (TOP + BOTTOM) / 2 : BOTTOM - (choice / (count - 1)) * (BOTTOM - TOP));
    const inverse = (y) => (count === 1 ? 0 : ((BOTTOM - y) / (BOTTOM - TOP)) * (count - 1));
    const every = Math.ceil(count / 16);
    const labels = dimension.values.map((value, choice) => [choice, value]).filter(([choice]) => choice === count - 1 || (choice % every === 0 && count - 1 - choice >= every / 2));
    const room = count === 1 ? 16 : Math.min(16, (0.5 * (BOTTOM - TOP)) / (count - 1));
    return { dimension, x, at, room, inverse, labels };
  };

  const draw = () => {
    const width = Math.max(box.parentElement.clientWidth, dimensions.length * 92);
    const longest = Math.max(...(dimensions[0].values ?? ["100 mm"]).map((value) => value.length));
    const left = Math.max(60, Math.min(130, 16 + 6.3 * longest));
    const apart = (width - left - 50) / Math.max(1, dimensions.length - 1);
    columns = dimensions.map((dimension, at) => column(dimension, dimensions.length === 1 ? width / 2 : left + at * apart));
    box.style.width = width + "px";
    box.style.height = svg.style.height = HEIGHT + "px";
    lines(width);
    svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    const focused = [...svg.children].indexOf(document.activeElement);
    svg.replaceChildren(...columns.map((each, at) => group(each, apart, at)));
    if (focused >= 0) svg.children[focused].focus({ preventScroll: true });
    const kept = data.front.filter((point) => filter.passes[point]).length;
    byId("parallel-count").textContent = filter.isOn()
      ? `${grouped(kept)} of ${grouped(data.front.length)} points of the front pass, and ${grouped(filter.passes.reduce((sum, one) => sum + one, 0) - kept)} others of this page`
      : "";
    byId("parallel-clear").disabled = !filter.isOn();
  };
  const lines = (width) => {
    const scale = devicePixelRatio || 1;
    canvas.width = width * scale;
    canvas.height = HEIGHT * scale;
    canvas.style.width = width + "px";
    canvas.style.height = HEIGHT + "px";
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.lineJoin = "round";
    const line = (point) => {
      pen.beginPath();
      let isBroken = true;
      for (let place = 0; place < columns.length; place++) {
        const { dimension, x, at, room } = columns[place];
        const y = at(dimension.at[point]) + room * spread[point][place % 4];
        if (!isFinite(y)) isBroken = true;
        else if (isBroken) {
          pen.moveTo(x, y);
          isBroken = false;
        } else pen.lineTo(x, y);
      }
      pen.stroke();
    };
    if (!onlyFront.checked) {
      pen.strokeStyle = ink("muted");
      pen.globalAlpha = Math.min(0.5, 0.03 + 40 / number.length);
      for (let point = 0; point < number.length; point++) if (!isFront[point] && filter.passes[point]) line(point);
    }
    pen.strokeStyle = ink("series-1");
    pen.globalAlpha = Math.min(0.9, 0.04 + 40 / Math.max(1, data.front.length));
    for (const point of data.front) if (filter.passes[point]) line(point);
  };

  const shorten = (text, room) => (text.length * 6.3 <= room ? text : text.slice(0, Math.max(3, Math.floor(room / 6.3) - 1)) + "…");
  const group = ({ dimension, x, at, labels }, apart, place) => {
    const part = makeSvg("g", { tabindex: 0, role: "group", class: "dimension", transform: `translate(${x.toFixed(1)} 0)`, "data-place": place });
    const name = dimension.values ? dimension.name : dimension.title;
    const range = filter.range(dimension);
    const words = (value) => (dimension.values ? dimension.values[Math.round(value)] : format(value, dimension));
    part.setAttribute("aria-label", range ? `${name}: from ${words(dimension.values ? Math.ceil(range[0]) : range[0])} to ${words(dimension.values ? Math.floor(range[1]) : range[1])}` : `${name}: everything passes`);
    const heading = makeSvg("text", { y: place % 2 && apart < 130 ? 14 : 30, "text-anchor": "middle", class: "title" }, shorten(name, apart < 130 ? 2 * apart - 10 : apart));
    heading.append(makeSvg("title", {}, dimension.path ?? name));
    part.append(makeSvg("rect", { class: "grip", x: -16, width: 32, y: TOP - 6, height: BOTTOM - TOP + 12 }), heading, makeSvg("path", { class: "rule", d: `M0 ${TOP}V${BOTTOM}` }));
    for (const [value, label] of labels) {
      const y = at(value);
      part.append(makeSvg("path", { class: "rule", d: `M-4 ${y.toFixed(1)}h4` }), makeSvg("text", { x: -7, y: (y + 4).toFixed(1), "text-anchor": "end" }, shorten(label, Math.min(apart, 130) - 12)));
    }
    if (range) {
      const [low, high] = [at(range[1]), at(range[0])].map((y) => Math.max(TOP - 6, Math.min(BOTTOM + 6, y)));
      part.append(makeSvg("rect", { class: "brush", x: -7, width: 14, y: low.toFixed(1), height: Math.max(2, high - low).toFixed(1) }));
    }
    return part;
  };

  // Dragging: from where the pointer went down to where it is. On an axis of a sweep a value passes if it is between.
  let drag = null;
  const yOf = (event) => ((event.clientY - svg.getBoundingClientRect().top) * HEIGHT) / svg.getBoundingClientRect().height;
  svg.addEventListener("pointerdown", (event) => {
    const part = event.target.closest(".dimension");
    if (!part) return;
    drag = { ...columns[part.dataset.place], from: yOf(event), moved: false };
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const to = yOf(event);
    drag.moved ||= Math.abs(to - drag.from) > 4;
    if (drag.moved) filter.set(drag.dimension, [drag.from, to].map(drag.inverse).sort((a, b) => a - b));
  });
  svg.addEventListener("pointerup", () => {
    if (drag && !drag.moved) filter.set(drag.dimension, null);
    drag = null;
  });
  svg.addEventListener("keydown", (event) => {
    const part = event.target.closest(".dimension");
    const up = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!part || (!up && event.key !== "Delete" && event.key !== "Backspace")) return;
    event.preventDefault();
    const { dimension, at, inverse } = columns[part.dataset.place];
    if (!up) {
      filter.set(dimension, null);
      return;
    }
    const ends = dimension.values ? [0, dimension.values.length - 1] : [dimension.least, dimension.most];
    const range = [...(filter.range(dimension) ?? ends)];
    const end = event.shiftKey ? 0 : 1;
    const next = dimension.values ? Math.round(range[end]) + up : inverse(at(range[end]) - up * ((BOTTOM - TOP) / 20));
    range[end] = Math.max(end ? range[0] : ends[0], Math.min(end ? ends[1] : range[1], next));
    filter.set(dimension, range);
  });
  byId("parallel-clear").addEventListener("click", () => filter.clear());
  onlyFront.addEventListener("change", sweep.redraw);
  ["parallel-help", "parallel-controls", "parallel-plot"].forEach((id) => (byId(id).hidden = false));
  sweep.draw(draw);
}
