// The front of two measures: dots on a canvas, because there are thousands; axes and the front as a drawing over it.
if (document.getElementById("front-plot")) {
  const { axes, measures, number, data, isFront, make, makeSvg, ink, tickText, grouped } = sweep;
  const byId = (id) => document.getElementById(id);
  const box = byId("front-plot");
  const [xChoice, yChoice, colourChoice] = ["front-x", "front-y", "front-colour"].map(byId);
  const [xLog, yLog] = ["front-x-log", "front-y-log"].map(byId);
  const canvas = box.appendChild(make("canvas"));
  const svg = box.appendChild(makeSvg("svg", { class: "plot", tabindex: 0, role: "application" }));
  const tip = box.appendChild(make("div", { className: "point-tip", hidden: true }));
  const chosen = byId("front-note").parentElement.insertBefore(make("div", { hidden: true }), byId("front-note"));
  const title = (measure) => `${measure.title} (${measure.large ? "more" : "less"} is better)`;

  // A colour for each value of an axis: hues for a few words, from dark to light for numbers and for many.
  const ramp = (share) => {
    const stops = ["#3b2f8f", "#2a78b5", "#1fa187", "#8ac148", "#f2b701"].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
    const place = Math.min(share, 0.9999) * (stops.length - 1);
    const [from, to] = [stops[Math.floor(place)], stops[Math.floor(place) + 1]];
    return "rgb(" + from.map((part, at) => Math.round(part + (to[at] - part) * (place % 1))).join(",") + ")";
  };
  const colours = (axis) => {
    const areNumbers = axis.values.every((value) => /^[-+.\d]/.test(value));
    if (!areNumbers && axis.values.length <= 8) return axis.values.map((_, at) => ink("series-" + (at + 1)));
    return axis.values.map((_, at) => ramp(axis.values.length === 1 ? 0 : at / (axis.values.length - 1)));
  };
  const legend = byId("front-legend");
  const showLegend = (axis, palette) => {
    legend.hidden = !axis;
    legend.previousElementSibling.classList.toggle("coloured", !!axis);
    if (!axis) return;
    const shown = axis.values.length <= 12 ? axis.values.map((_, at) => at) : [0, 1, 2, 3, 4, 5, 6].map((part) => Math.round((part * (axis.values.length - 1)) / 6));
    legend.replaceChildren(make("span", { textContent: axis.name + ":" }), ...shown.map((at) => {
      const swatch = make("i");
      swatch.style.background = palette[at];
      return make("span", { className: "swatch" }, swatch, axis.values[at]);
    }));
  };

  let places = []; // of every point: [x, y], NaN where it is not drawn
  let corners = [];
  let at = -1; // which corner the keyboard is on
  const draw = () => {
    const x = measures[xChoice.value];
    const y = measures[yChoice.value];
    const pair = data.pairs[[x.place, y.place].sort((a, b) => a - b).join()];
    corners = pair ? pair.slice(1) : [];
    const width = Math.max(300, box.clientWidth);
    const height = Math.round(Math.min(540, Math.max(320, width * 0.56)));
    const [left, right, top, bottom] = [width < 500 ? 62 : 78, 16, 10, 46];
    const across = sweep.scale.of(x, xLog.checked, left, width - right);
    const up = sweep.scale.of(y, yLog.checked, height - bottom, top);
    places = number.map((_, point) => [across.at(x.at[point]), up.at(y.at[point])]);
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    svg.style.height = box.style.height = height + "px";
    svg.setAttribute("aria-label", `${x.title} across, ${y.title} up. The arrow keys go along the front, Enter tells all of a point.`);
    const parts = [];
    const text = (words, attributes) => parts.push(makeSvg("text", attributes, words));
    const grid = []; // under the dots, so on the canvas
    for (const tick of across.ticks(Math.max(2, Math.floor(width / 100)))) {
      const place = across.at(tick);
      grid.push([place, top, place, height - bottom]);
      text(tickText(tick, x), { x: place.toFixed(1), y: height - bottom + 18, "text-anchor": "middle" });
    }
    for (const tick of up.ticks(6)) {
      const place = up.at(tick);
      grid.push([left, place, width - right, place]);
      text(tickText(tick, y), { x: left - 8, y: (place + 4).toFixed(1), "text-anchor": "end" });
    }
    dots(width, height, grid);
    text(title(x), { x: (left + width - right) / 2, y: height - 6, "text-anchor": "middle", class: "title" });
    text(title(y), { transform: `translate(13 ${(top + height - bottom) / 2}) rotate(-90)`, "text-anchor": "middle", class: "title" });
    const drawn = corners.filter((point) => isFinite(places[point][0]) && isFinite(places[point][1]));
    // From the best across: sideways to where the next corner is, then to it.
    const ordered = [...drawn].sort((a, b) => (x.large ? -1 : 1) * (places[a][0] - places[b][0]));
    const steps = ordered.map((point, nth) => {
      const [px, py] = places[point].map((place) => place.toFixed(1));
      return nth ? `H${px}V${py}` : `M${px} ${py}`;
    });
    parts.push(makeSvg("path", { class: "stairs", d: steps.join("") }));
    if (ordered.length) {
      const [[firstX, firstY], [lastX, lastY]] = [ordered[0], ordered.at(-1)].map((point) => places[point]);
      const ends = `M${firstX} ${firstY}V${y.large ? height - bottom : top}M${lastX} ${lastY}H${x.large ? left : width - right}`;
      parts.push(makeSvg("path", { class: "stairs ends", d: ends }));
    }
    for (const point of drawn) {
      const [px, py] = places[point];
      parts.push(makeSvg("circle", { class: sweep.filter.passes[point] ? "corner" : "corner out", cx: px.toFixed(1), cy: py.toFixed(1), r: 4 }));
    }
    parts.push(makeSvg("circle", { class: "ring", r: 8, visibility: "hidden" }));
    svg.replaceChildren(...parts);
    say(x, y, pair, drawn.length);
  };
  const say = (x, y, pair, drawn) => {
    const note = byId("front-note");
    const parts = [];
    if (!pair) parts.push("Choose two measures.");
    else if (pair[0] > pair.length - 1) parts.push(`The front of the two has ${grouped(pair[0])} places, of which ${grouped(drawn)} are drawn, evenly along it.`);
    else parts.push(pair[0] === 1 ? "One place is best in both." : `The front of the two has ${grouped(pair[0])} places.`);
    const lost = number.filter((_, point) => !isFinite(places[point][0]) || !isFinite(places[point][1])).length;
    if (lost) parts.push(`${grouped(lost)} of the points of this page have no place on these axes: not a number, or not above 0 on a logarithmic axis.`);
    if (sweep.filter.isOn()) parts.push("What the parallel coordinates keep out is pale.");
    note.textContent = parts.join(" ");
  };
  const dots = (width, height, grid) => {
    const scale = devicePixelRatio || 1;
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.strokeStyle = ink("grid");
    pen.beginPath();
    grid.forEach(([fromX, fromY, toX, toY]) => (pen.moveTo(fromX, fromY), pen.lineTo(toX, toY)));
    pen.stroke();
    const axis = axes[colourChoice.value];
    const palette = axis && colours(axis);
    showLegend(axis, palette);
    const [dot, front] = [ink("muted"), ink("series-1")];
    const { passes } = sweep.filter;
    const paint = (point, radius, colour, alpha) => {
      const [x, y] = places[point];
      if (!isFinite(x) || !isFinite(y)) return;
      pen.globalAlpha = passes[point] ? alpha : 0.07;
      pen.fillStyle = axis ? palette[axis.at[point]] : colour;
      pen.beginPath();
      pen.arc(x, y, radius, 0, 7);
      pen.fill();
    };
    for (let point = 0; point < number.length; point++) if (!isFront[point]) paint(point, 2, dot, axis ? 0.6 : 0.3);
    for (const point of data.front) paint(point, 3, front, 0.9);
  };

  // Under the pointer, or the keyboard.
  const show = (point) => {
    const ring = svg.querySelector(".ring");
    tip.hidden = point < 0;
    ring.setAttribute("visibility", point < 0 ? "hidden" : "visible");
    if (point < 0) return;
    const [x, y] = places[point];
    ring.setAttribute("cx", x);
    ring.setAttribute("cy", y);
    const shown = [measures[xChoice.value], measures[yChoice.value], ...measures.filter((measure) => measure.objective)];
    tip.replaceChildren(
      make("b", { textContent: `point ${number[point]}${isFront[point] ? ", on the front" : ""}` }),
      ...[...new Set(shown)].map((measure) => make("div", { textContent: `${measure.title} ${measure.text(point)}` })),
      ...axes.map((axis) => make("div", { className: "of-axis", textContent: `${axis.name} ${axis.text(point)}` })));
    const { offsetWidth, offsetHeight } = tip;
    tip.style.left = (x + 14 + offsetWidth > box.clientWidth ? Math.max(0, x - offsetWidth - 12) : x + 14) + "px";
    tip.style.top = Math.max(0, Math.min(y - offsetHeight / 2, box.clientHeight - offsetHeight)) + "px";
  };
  const nearest = (event) => {
    const { left, top } = svg.getBoundingClientRect();
    let [best, least] = [-1, 14 ** 2];
    places.forEach(([x, y], point) => {
      const distance = (x - event.clientX + left) ** 2 + (y - event.clientY + top) ** 2 - (isFront[point] ? 20 : 0);
      if (distance < least) [best, least] = [point, distance];
    });
    return best;
  };
  const tellAll = (point) => {
    chosen.hidden = point < 0;
    if (point >= 0) chosen.replaceChildren(sweep.describe(point));
  };
  svg.addEventListener("pointermove", (event) => show(nearest(event)));
  svg.addEventListener("pointerleave", () => show(-1));
  svg.addEventListener("click", (event) => tellAll(nearest(event)));
  svg.addEventListener("blur", () => show(-1));
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step && corners.length) {
      at = (at + step + corners.length) % corners.length;
      show(corners[at]);
      byId("front-note").textContent = tip.innerText.replaceAll("\n", ", ");
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0) tellAll(corners[at]);
    else if (event.key === "Escape") show(-1);
  });

  const choose = (choice, check) => {
    const measure = measures[choice.value];
    check.checked = sweep.scale.isLogByItself(measure);
    check.disabled = !(measure.leastPositive < measure.most);
  };
  [[xChoice, xLog], [yChoice, yLog]].forEach(([choice, check]) => {
    choose(choice, check);
    choice.addEventListener("change", () => {
      choose(choice, check);
      at = -1;
      tellAll(-1);
      sweep.redraw();
    });
    check.addEventListener("change", sweep.redraw);
  });
  colourChoice.addEventListener("change", sweep.redraw);
  document.querySelector(".static").hidden = true;
  ["front-plot", "front-controls", "front-note"].forEach((id) => (byId(id).hidden = false));
  sweep.draw(draw);
}
