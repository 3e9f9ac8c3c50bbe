// The table of the front: sorted by a click, filtered, fifty rows at first.
if (document.getElementById("front-table")) {
  const { axes, measures, number, data, make, copyButton, grouped, filter } = sweep;
  const byId = (id) => document.getElementById(id);
  const table = byId("front-table");
  const [words, shown, more] = ["front-filter", "front-shown", "front-more"].map(byId);
  const FIRST = 50;
  let all = false;
  let order = data.front;

  const ofMeasure = (measure) => ({ key: (point) => measure.at[point], text: (point) => measure.text(point), isNumber: true, large: measure.large });
  const columns = [
    { key: (point) => number[point], text: (point) => String(number[point]) },
    ...axes.map((axis) => ({ key: (point) => axis.at[point], text: axis.text })),
    ...measures.filter((measure) => measure.objective).map(ofMeasure),
    { isRun: true },
    ...measures.filter((measure) => !measure.objective).map(ofMeasure),
  ];
  const runs = (point) => {
    const own = sweep.byNumber(point);
    return make("td", { className: "runs" }, make("code", { textContent: own }), " ", copyButton(own, "Copy"), " ", copyButton(sweep.inFull(point), "Copy in full"));
  };
  const row = (point) => {
    const line = make("tr");
    columns.forEach(({ text, isNumber, isRun }, at) => {
      if (isRun) {
        line.append(runs(point));
        return;
      }
      const cell = make(at ? "td" : "th", { textContent: text(point) });
      if (!at) cell.scope = "row";
      if (isNumber) cell.className = "number";
      line.append(cell);
    });
    return line;
  };

  // "rows=12" asks for a value of an axis, 17 for a point or whatever says 17, anything else for a part of a value.
  const isWanted = (wanted) => {
    const [, name, value] = /^([^=]+)=(.*)$/.exec(wanted) ?? [];
    const asked = name && axes.filter((axis) => axis.name.toLowerCase().includes(name.trim()));
    if (asked?.length) return (point) => asked.some((axis) => axis.text(point).toLowerCase() === value.trim());
    return (point) => String(number[point]) === wanted || axes.some((axis) => axis.text(point).toLowerCase().includes(wanted));
  };
  const show = () => {
    const wanted = words.value.trim().toLowerCase();
    const test = isWanted(wanted);
    const kept = order.filter((point) => filter.passes[point] && (!wanted || test(point)));
    table.tBodies[0].replaceChildren(...(all ? kept : kept.slice(0, FIRST)).map(row));
    const hidden = all ? 0 : Math.max(0, kept.length - FIRST);
    const parts = [];
    if (kept.length < data.front.length) parts.push(`${grouped(kept.length)} of ${grouped(data.front.length)} points${filter.isOn() ? ", as the parallel coordinates let pass" : ""}`);
    if (hidden) parts.push(`the first ${FIRST} are listed`);
    shown.textContent = parts.join("; ");
    more.hidden = !hidden;
    more.textContent = `Show all ${grouped(kept.length)}`;
  };
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, at) => {
    const column = columns[at];
    heading.querySelector("button")?.addEventListener("click", () => {
      const turns = column.large ? ["descending", "ascending", null] : ["ascending", "descending", null];
      const turn = turns[(turns.indexOf(heading.getAttribute("aria-sort")) + 1) % turns.length];
      headings.forEach((each) => each.removeAttribute("aria-sort"));
      order = data.front;
      if (turn) {
        heading.setAttribute("aria-sort", turn);
        const sign = turn === "ascending" ? 1 : -1;
        const keys = new Map(order.map((point) => [point, column.key(point)]));
        order = [...order].sort((a, b) => {
          const [x, y] = [keys.get(a), keys.get(b)];
          return Number.isNaN(x) || Number.isNaN(y) ? Number.isNaN(x) - Number.isNaN(y) : sign * (x - y);
        });
      }
      show();
    });
  });
  words.addEventListener("input", show);
  more.addEventListener("click", () => {
    all = true;
    show();
  });
  filter.onChange(() => show());
  byId("table-controls").hidden = false;
  show();
}
