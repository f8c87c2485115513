// <band-filter> around a table of guides: choosing a place and a level shows the guides that have them,
// and the base of just those rows. The choice stands in the address, so that it can be shared.

/** Bands of one cell: [[region, level, low, high], ...]; region and level are places in the table's lists. */
export function parsed(bands) {
  return bands ? bands.split(";").map((band) => band.split(",").map(Number)) : [];
}

/** Lowest and highest of the bands that have the region and the level; -1 stands for any; null for none. */
export function spread(bands, region, level) {
  const fit = bands.filter((band) => (region < 0 || band[0] === region) && (level < 0 || band[1] === level));
  if (!fit.length) return null;
  return [Math.min(...fit.map((band) => band[2])), Math.max(...fit.map((band) => band[3]))];
}

/** The amounts in the form of `sample`, which is how the page writes this currency: `$185K–$250K`. */
export function written([low, high], sample) {
  const sign = sample.match(/^[^\d]*/)[0];
  const one = (units) =>
    sign + (units % 1000 === 0 && units < 1e6 ? `${units / 1000}K` : units.toLocaleString("en-US"));
  return low === high ? one(low) : `${one(low)}\u2013${one(high)}`;
}

class BandFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.form) return;
    const chosen = new URLSearchParams(location.search);
    for (const select of this.form.querySelectorAll("select")) {
      if (![...select.options].some((option) => option.value === chosen.get(select.name))) continue;
      select.value = chosen.get(select.name);
    }
    this.rows = [...this.querySelectorAll("tbody tr")].map((row) => {
      const cell = row.querySelector("[data-bands]");
      const amount = cell.querySelector("b");
      const bar = row.querySelector("rect");
      return { row, cell, amount, bar, all: amount.textContent, sort: cell.dataset.sort,
        ends: bar && [bar.getAttribute("x"), bar.getAttribute("width")], bands: parsed(cell.dataset.bands) };
    });
    this.form.hidden = false;
    this.form.addEventListener("change", () => this.apply());
    this.apply();
  }

  apply() {
    const { region, level } = this.form.elements;
    const [regionAt, levelAt] = [region.selectedIndex - 1, level.selectedIndex - 1];
    let shown = 0;
    for (const item of this.rows) {
      const ends = regionAt < 0 && levelAt < 0 ? undefined : spread(item.bands, regionAt, levelAt);
      item.row.hidden = ends === null;
      if (ends !== null) shown += 1;
      this.show(item, ends);
    }
    this.querySelector("output").textContent = `${shown} of ${this.rows.length} shown`;
    const chosen = new URLSearchParams(location.search);
    for (const select of [region, level]) {
      if (select.value) chosen.set(select.name, select.value);
      else chosen.delete(select.name);
    }
    const query = chosen.toString();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  }

  show({ cell, amount, bar, all, sort, ends: former }, ends) {
    amount.textContent = ends ? written(ends, all) : all;
    cell.dataset.sort = ends ? Math.round(ends[1] * cell.dataset.usd) : sort;
    if (!bar) return;
    const [start, end] = [Number(this.dataset.start), Number(this.dataset.end)];
    const percent = (units) => (100 * (units * cell.dataset.usd - start)) / (end - start);
    const [x, width] = ends
      ? [`${percent(ends[0])}%`, `${Math.max(percent(ends[1]) - percent(ends[0]), 1)}%`]
      : former;
    bar.setAttribute("x", x);
    bar.setAttribute("width", width);
  }
}

customElements.define("band-filter", BandFilter);
