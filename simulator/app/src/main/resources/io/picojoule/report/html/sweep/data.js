// The points that this page knows, how they are written, and what the other scripts share.
const sweep = (() => {
  const data = JSON.parse(document.getElementById("sweep-data").textContent);
  let last = 0;
  const number = data.number.map((difference) => (last += difference));
  const size = number.length;
  const isFront = new Uint8Array(size);
  data.front.forEach((point) => (isFront[point] = 1));
  const command = ([before, after, ...between], at) => before + between[at] + after;
  const inFull = new Map(data.front.map((point, at) => [point, command(data.inFull, at)]));

  // Numbers as the rest of the page has them: three digits and a prefix.
  const PREFIXES = ["a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E"];
  const digits = (value) => {
    if (value === 0) return "0";
    const size = Math.abs(value);
    const exponent = Math.floor(Math.log10(Number(size.toPrecision(3))));
    if (exponent < -6) return value.toExponential(2);
    return value.toFixed(Math.max(0, Math.min(20, 2 - exponent)));
  };
  const isWord = (unit) => unit.startsWith("inf");
  const prefixOf = (value, { unit, prefixes }) => {
    if (!prefixes || !value || unit === "%") return 6;
    const exponent = Math.floor(Math.log10(Number(Math.abs(value).toPrecision(3))));
    const least = unit && unit !== "MAC" && !isWord(unit) ? 0 : 6;
    return Math.max(least, Math.min(PREFIXES.length - 1, 6 + Math.floor(exponent / 3)));
  };
  const unitText = (prefix, unit) => PREFIXES[prefix] + (isWord(unit) && prefix !== 6 ? " " : "") + unit;
  const format = (value, measure) => {
    if (Number.isNaN(value)) return "–";
    if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
    if (measure.unit === "%") return digits(value * 100) + " %";
    if (!measure.prefixes) return (value >= 1000 ? Math.round(value).toLocaleString("en") : digits(value)) + " " + measure.unit;
    const whole = Number.isInteger(value) && Math.abs(value) < 1000;
    const prefix = whole ? 6 : prefixOf(value, measure);
    const text = whole ? String(value) : digits(value / 10 ** (3 * (prefix - 6)));
    return (text + " " + unitText(prefix, measure.unit)).trim();
  };

  const tickText = (value, measure) => format(value, measure).replace(/(\.\d*?)0+(?=\D|$)/, "$1").replace(/\.(?=\D|$)/, "");

  const measures = data.measures.map((measure, place) => ({
    ...measure,
    place,
    at: Float64Array.from(measure.at, (value) => value ?? NaN),
    text(point) {
      return format(this.at[point], this);
    },
  }));
  const axes = data.axes.map((axis, place) => ({ ...axis, place, text: (point) => axis.values[axis.at[point]] }));

  // Colours follow the theme; paper is light.
  let printing = false;
  const isDark = () =>
    !printing && (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const ink = (name) => {
    const value = getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    const both = /^light-dark\((.*),\s*([^,]*)\)$/.exec(value);
    return both ? both[isDark() ? 2 : 1].trim() : value;
  };
  const drawings = [];
  let wanted = false;
  const drawNow = () => drawings.forEach((draw) => draw());
  const redraw = () => {
    if (wanted) return;
    wanted = true;
    requestAnimationFrame(() => {
      wanted = false;
      drawNow();
    });
  };
  document.getElementById("theme").addEventListener("click", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  const print = (now) => () => {
    printing = now;
    drawNow();
  };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
  addEventListener("resize", redraw);

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const SVG = "http://www.w3.org/2000/svg";
  const makeSvg = (tag, attributes = {}, text = "") => {
    const element = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.textContent = text;
    return element;
  };
  const copyButton = (text, name) => {
    const button = make("button", { type: "button", className: "copy", textContent: name, title: text });
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = make("textarea", { value: text });
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
      }
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = name), 1500);
    });
    return button;
  };
  // All that is known of a point, to unfold anywhere.
  const describe = (point) => {
    const facts = make("dl", { className: "point-facts" });
    const fact = (name, value, kind) => facts.append(make("div", { className: kind }, make("dt", { textContent: name }), make("dd", { textContent: value })));
    axes.forEach((axis) => fact(axis.name, axis.text(point), "axis"));
    measures.forEach((measure) => fact(measure.title, measure.text(point), measure.objective ? "objective" : ""));
    const box = make("div", { className: "point" }, make("h3", { textContent: `Point ${number[point]}${isFront[point] ? ", on the front" : ""}` }), facts);
    [command(data.byNumber, point), inFull.get(point)].filter(Boolean).forEach((text) =>
      box.append(make("div", { className: "run" }, make("pre", { className: "command", textContent: text }), copyButton(text, "Copy"))));
    return box;
  };
  return {
    data, size, number, isFront, measures, axes, format, tickText, prefixOf, unitText, ink, make, makeSvg, copyButton, describe, redraw,
    byNumber: (point) => command(data.byNumber, point),
    inFull: (point) => inFull.get(point),
    draw: (drawing) => drawings.push(drawing) && drawing(),
    grouped: (count) => count.toLocaleString("en"),
  };
})();
