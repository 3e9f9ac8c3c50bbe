// The best point for whoever has limits. How sure the answer is follows from what the page knows, and is said.
{
  const { measures, axes, number, data, isFront, make, format, prefixOf, unitText, grouped } = sweep;
  const byId = (id) => document.getElementById(id);
  const [direction, choice, rows, answer] = ["best-direction", "best-measure", "best-limits", "best-answer"].map(byId);
  const limits = []; // of a measure: its row, operator, number, and how much one of its unit is

  const unitOf = (measure) => {
    if (measure.unit === "%") return { one: 0.01, name: "%" };
    const middle = measure.leastPositive > 0 ? Math.sqrt(measure.leastPositive * measure.most) : Math.max(Math.abs(measure.least), Math.abs(measure.most));
    const prefix = prefixOf(middle, measure);
    return { one: 10 ** (3 * (prefix - 6)), name: unitText(prefix, measure.unit) };
  };
  const addLimit = (measure) => {
    const unit = unitOf(measure);
    const operator = make("select", { ariaLabel: "limit of " + measure.title },
      make("option", { value: "1", textContent: "at most" }), make("option", { value: "-1", textContent: "at least" }));
    operator.value = measure.large ? "-1" : "1";
    const input = make("input", { type: "number", step: "any", ariaLabel: `limit of ${measure.title} in ${unit.name || "units"}` });
    const range = make("span", { className: "remark", textContent: `${format(measure.least, measure)} … ${format(measure.most, measure)}` });
    const row = make("div", { className: "limit" }, make("span", { className: "name", textContent: measure.title }), operator, input, make("span", { textContent: unit.name }), range);
    limits.push({ measure, operator, input, one: unit.one, row });
    rows.insertBefore(row, more);
  };
  const more = make("select", { ariaLabel: "a limit more" }, make("option", { value: "", textContent: "Another limit…" }));
  measures.filter((measure) => !measure.objective).forEach((measure) => more.append(make("option", { value: measure.place, textContent: measure.title })));
  more.hidden = more.options.length === 1;
  rows.append(more);
  more.addEventListener("change", (event) => {
    addLimit(measures[more.value]);
    more.selectedOptions[0].remove();
    more.value = "";
    more.hidden = more.options.length === 1;
    limits.at(-1).input.focus();
    event.stopPropagation();
  });
  measures.filter((measure) => measure.objective).forEach(addLimit);

  const inForce = () => limits.filter(({ input, row }) => !row.hidden && input.value !== "" && isFinite(input.value))
    .map(({ measure, operator, input, one }) => ({ measure, sign: Number(operator.value), limit: Number(input.value) * one }));
  const natural = (measure) => (measure.large ? -1 : 1);

  // Whether no point that is not in the page can be better.
  const isSure = (measure, sign, asked, best) => {
    if (number.length === data.feasible) return "every point that ran is in this page";
    if (measure.at[best] === (sign > 0 ? measure.least : measure.most)) return `no point that ran has ${sign > 0 ? "less" : "more"}`;
    const areNatural = sign === natural(measure) && asked.every((limit) => limit.sign === natural(limit.measure));
    if (!areNatural || data.incomparable) return "";
    const onlyObjectives = measure.objective && asked.every((limit) => limit.measure.objective);
    if (onlyObjectives && data.front.length === data.onFront) return "such a point is on the front of all objectives, which is whole in this page";
    const others = asked.filter((limit) => limit.measure !== measure);
    if (others.length === 1) {
      const pair = data.pairs[[measure.place, others[0].measure.place].sort((a, b) => a - b).join()];
      if (pair && pair[0] === pair.length - 1) return "such a point is on the front of these two, which is whole in this page";
    }
    return "";
  };
  const find = () => {
    const measure = measures[choice.value];
    const sign = Number(direction.value);
    const asked = inForce();
    const slack = 1e-9; // a limit that was typed is as good as a number of six digits that was rounded
    const found = [];
    for (let point = 0; point < number.length; point++) {
      if (Number.isNaN(measure.at[point])) continue;
      if (asked.every((limit) => limit.sign * (limit.measure.at[point] - limit.limit) <= Math.abs(limit.limit) * slack)) found.push(point);
    }
    found.sort((a, b) => sign * (measure.at[a] - measure.at[b]) || isFront[b] - isFront[a] || a - b);
    return { measure, sign, asked, found };
  };
  const show = () => {
    limits.forEach(({ measure, row }) => (row.hidden = measure === measures[choice.value]));
    const { measure, sign, asked, found } = find();
    answer.hidden = false;
    const sure = isSure(measure, sign, asked, found[0]);
    const known = `${grouped(number.length)} of the ${grouped(data.feasible)} points that ran`;
    if (!found.length) {
      answer.replaceChildren(make("p", { className: "verdict none", textContent: "No point of this page is within these limits." }),
        make("p", { className: "note", textContent: sure ? `None exists: ${sure}.` : `Looked at: ${known}. Another point of the sweep may be within them.` }));
      return;
    }
    const [best, ...next] = found;
    const verdict = make("p", { className: "verdict" }, `${sign > 0 ? "Least" : "Most"} ${measure.title}: `, make("b", { textContent: measure.text(best) }), ` at point ${number[best]}`);
    const note = sure ? `Exact: ${sure}.` : `Best of ${known} (the front and a sample); another point of the sweep may be better.`;
    answer.replaceChildren(verdict, make("p", { className: "note", textContent: note }), sweep.describe(best));
    if (next.length) answer.append(runnersUp(measure, next.slice(0, 4)));
  };
  const runnersUp = (measure, points) => {
    const list = make("ol", { className: "next", start: 2 });
    points.forEach((point) => list.append(make("li", {}, make("b", { textContent: measure.text(point) }), ` point ${number[point]}: `,
      make("span", { textContent: axes.map((axis) => `${axis.name} ${axis.text(point)}`).join(", ") }))));
    return make("div", {}, make("h3", { textContent: "Next best in this page" }), list);
  };
  choice.addEventListener("change", () => (direction.value = String(natural(measures[choice.value]))));
  const form = byId("best-form");
  byId("best-where").hidden = measures.length === 1;
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
}
