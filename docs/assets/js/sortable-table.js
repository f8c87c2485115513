// <sortable-table> around a table: its column heads become buttons that sort the rows.
// A cell sorts by its `data-sort`, else by its text; where that is empty, its row stands last in either order, because
// nothing is known. Without script the table stands as it is.
(() => {
  "use strict";

  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  /** The rows in order of one column; equal rows keep their place. */
  function sorted(rows, column, descending) {
    const value = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
    const sign = descending ? -1 : 1;
    return [...rows].sort((a, b) => !value(a) - !value(b) || sign * collator.compare(value(a), value(b)));
  }

  class SortableTable extends HTMLElement {
    connectedCallback() {
      const table = this.querySelector("table");
      if (!table || this.ready) return;
      this.ready = true;
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        if ("unsortable" in head.dataset) return;
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => this.sort(table, head, column));
      });
    }

    sort(table, head, column) {
      const isNumber = head.classList.contains("n");
      const current = head.getAttribute("aria-sort");
      const descending = current ? current === "ascending" : isNumber;
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      this.refresh();
    }

    /** Sort again by the column that the table is sorted by, after its values have changed. */
    refresh() {
      const table = this.querySelector("table");
      const head = table.tHead.querySelector("[aria-sort]");
      if (!head) return;
      const descending = head.getAttribute("aria-sort") === "descending";
      table.tBodies[0].append(...sorted(table.tBodies[0].rows, head.cellIndex, descending));
    }
  }

  customElements.define("sortable-table", SortableTable);
})();
