// What the table of layers can do beyond being read: sorting, filtering, unfolding, numbers with all their digits.
"use strict";
{
  const byId = (id) => document.getElementById(id);
  const table = byId("layer-table");
  const layers = [...table.tBodies]; // in the order of the network; a body is a row and its detail

  // Unfolding: the detail of a layer is text inside a <noscript> until it is wanted.
  const unfold = (layer, open) => {
    const detail = layer.rows[1];
    const text = detail.querySelector("noscript");
    if (text && open) {
      text.outerHTML = text.textContent;
      const details = detail.querySelector("details");
      details.replaceWith(details.querySelector(".parts"));
    }
    detail.hidden = !open;
    layer.querySelector("button").setAttribute("aria-expanded", open);
  };
  const isFolded = (layer) => layer.rows[1].hidden;
  table.addEventListener("click", (event) => {
    const layer = event.target.closest("#layer-table > tbody");
    const isMeant = event.target.closest("button") || getSelection().isCollapsed; // and not the end of selecting text
    if (layer && !event.target.closest(".detail") && isMeant) {
      unfold(layer, isFolded(layer));
      nameUnfoldAll();
    }
  });
  const unfoldAll = byId("unfold");
  const inSight = () => layers.filter((layer) => !layer.hidden);
  const nameUnfoldAll = () => (unfoldAll.textContent = inSight().some(isFolded) ? "Unfold all" : "Fold all");
  unfoldAll.addEventListener("click", () => {
    const open = inSight().some(isFolded);
    inSight().forEach((layer) => unfold(layer, open));
    nameUnfoldAll();
  });
  unfoldAll.parentElement.hidden = layers.length === 0;

  // Sorting: largest first for numbers, then the other way round, then as in the network. Stable; what has no value is last.
  const headings = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator("en", { numeric: true });
  const compare = (x, y, direction) => {
    if (typeof x === "string") return direction * collator.compare(x, y);
    if (isNaN(x) || isNaN(y)) return isNaN(x) - isNaN(y);
    return direction * (x - y);
  };
  headings.forEach((heading, column) => {
    const isNumber = "unit" in heading.dataset;
    const key = (layer) => {
      const cell = layer.rows[0].cells[column];
      return isNumber ? Number(cell.dataset.value ?? NaN) : cell.textContent;
    };
    const turns = isNumber ? ["descending", "ascending", null] : ["ascending", "descending", null];
    heading.querySelector("button").addEventListener("click", () => {
      const turn = turns[(turns.indexOf(heading.getAttribute("aria-sort")) + 1) % turns.length];
      headings.forEach((each) => each.removeAttribute("aria-sort"));
      let sorted = layers;
      if (turn) {
        heading.setAttribute("aria-sort", turn);
        const keys = new Map(layers.map((layer) => [layer, key(layer)]));
        const direction = turn === "ascending" ? 1 : -1;
        sorted = [...layers].sort((a, b) => compare(keys.get(a), keys.get(b), direction));
      }
      table.tFoot.before(...sorted);
    });
  });

  // Filtering, where there are many layers.
  const filter = byId("filter");
  filter?.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const layer of layers) {
      const [name, kind] = layer.rows[0].cells;
      layer.hidden = ![name, kind].some((cell) => cell.textContent.toLowerCase().includes(wanted));
    }
    byId("shown").textContent = wanted ? `${inSight().length} of ${layers.length} layers` : "";
    nameUnfoldAll();
  });

  // A link to a layer, report.html#layer-3, shows it unfolded.
  const follow = () => {
    const layer = layers.find((each) => "#" + each.id === location.hash);
    if (layer) {
      unfold(layer, true);
      layer.scrollIntoView({ behavior: "instant" });
    }
  };
  addEventListener("hashchange", follow);
  follow();

  // Values: a number under the pointer, with all its digits and its share.
  const exact = (value) => value.toLocaleString("en", { maximumSignificantDigits: 8 });
  const ofCell = (cell) => {
    const { unit, total } = headings[cell.cellIndex].dataset;
    const value = Number(cell.dataset.value);
    const layer = cell.parentElement.cells[0].textContent;
    if (unit === "%") return `${layer}: ${exact(100 * value)} %`;
    const share = total > 0 ? `, ${(100 * value / total).toPrecision(3)} % of the network` : "";
    return `${layer}: ${exact(value)} ${unit}${share}`;
  };
  table.addEventListener("pointerover", (event) => {
    const cell = event.target.closest("#layer-table td[data-value]");
    if (cell) {
      cell.dataset.tip ??= ofCell(cell);
    }
  });
}
