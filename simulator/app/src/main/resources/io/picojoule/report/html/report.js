// Sorts a table by the column whose heading is pressed; pressing again turns the order round.
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  headings.forEach((heading, column) =>
    heading.querySelector("button").addEventListener("click", () => {
      const numbers = heading.classList.contains("number");
      const before = heading.getAttribute("aria-sort");
      const descending = before ? before === "ascending" : numbers;
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [value(a, column), value(b, column)];
        return numbers ? x - y : x.localeCompare(y, "en", { numeric: true });
      });
      body.append(...(descending ? rows.reverse() : rows));
    }),
  );
}
// What is folded would be missing on paper.
addEventListener("beforeprint", () => document.querySelectorAll("#mappings details").forEach((fold) => (fold.open = true)));
