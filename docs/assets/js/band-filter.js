// <band-filter> around a table of guides: choosing a place and a level shows the guides that have them,
// with the base, the postings and the newest day of just those rows. The choice stands in the address.
(() => {
  "use strict";

  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  /** Currencies of a table from `USD|$|1;JPY|JPY |0.0063`: code, sign, and US dollars for one unit. */
  function currencies(attribute) {
    return attribute ? attribute.split(";").map((item) => {
      const [code, sign, usd] = item.split("|");
      return { code, sign, usd: Number(usd) };
    }) : [];
  }

  /** Rows of one guide from its cell; the first three are places in the table's lists, -1 of which means any. */
  function parsed(bands) {
    return bands ? bands.split(";").map((band) => {
      const [region, level, currency, low, high, open, postings, first, newest] = band.split(",").map(Number);
      return { region, level, currency, low, high, open, postings, first, newest };
    }) : [];
  }

  /**
   * The rows of a region and a level as one: lowest and highest in the currency that most postings have, how many
   * postings, the newest day and the other currencies; null for none. In all regions a posting counts once.
   */
  function spread(bands, region, level) {
    const fit = bands.filter((band) => (region < 0 || band.region === region) && (level < 0 || band.level === level));
    if (!fit.length) return null;
    const count = (rows) => rows.reduce((sum, band) => sum + (region < 0 ? band.first : band.postings), 0);
    const of = (currency) => fit.filter((band) => band.currency === currency);
    const ordered = [...new Set(fit.map((band) => band.currency))].sort(
      (one, other) => count(of(other)) - count(of(one)) || of(other).length - of(one).length,
    );
    const [currency, ...others] = ordered;
    const low = Math.min(...of(currency).map((band) => band.low));
    const high = Math.max(...of(currency).map((band) => band.high));
    const open = of(currency).some((band) => band.open);
    const newest = Math.max(...fit.map((band) => band.newest));
    return { currency, others, low, high, open, postings: count(fit), newest };
  }

  /** One amount as the page writes it: `$185K`, `$185,500`, `JPY 12.5M`, `₹20L`. */
  function amount(units, { code, sign }) {
    const isIndian = code === "INR";
    if (isIndian && units >= 1e5 && units % 1e4 === 0) return `${sign}${units / 1e5}L`;
    if (units >= 1e6 && units % 1e4 === 0) return `${sign}${units / 1e6}M`;
    if (units >= 1e3 && units < 1e6 && units % 1e3 === 0) return `${sign}${units / 1e3}K`;
    return sign + units.toLocaleString(isIndian ? "en-IN" : "en-US");
  }

  /** A range as the page writes it: `$185K–$250K+`. */
  function written({ low, high, open }, currency) {
    const ends = low === high ? amount(low, currency) : `${amount(low, currency)}\u2013${amount(high, currency)}`;
    return ends + (open ? "+" : "");
  }

  /** A day such as 20260718 as the page writes it. */
  function day(number) {
    const [year, month, date] = [Math.floor(number / 10000), Math.floor(number / 100) % 100, number % 100];
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }

  class BandFilter extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      if (!this.form) return;
      this.currencies = currencies(this.dataset.currencies);
      this.selects = [...this.form.querySelectorAll("select")];
      const chosen = new URLSearchParams(location.search);
      for (const select of this.selects) {
        if (![...select.options].some((option) => option.value === chosen.get(select.name))) continue;
        select.value = chosen.get(select.name);
      }
      this.scope = this.querySelector("caption span");
      this.whole = this.scope.textContent;
      this.rows = [...this.querySelectorAll("tbody tr")].map((row) => this.known(row));
      this.form.hidden = false;
      this.form.addEventListener("change", () => this.apply());
      this.apply();
    }

    /** The parts of a row that change, and what they held at first. */
    known(row) {
      const base = row.querySelector("[data-bands]");
      const [postings, newest] = [...row.cells].slice(-2);
      const parts = [base.querySelector("b"), base.querySelector("small"), postings, newest].filter(Boolean);
      return { row, base, postings, newest, bar: row.querySelector("rect"), bands: parsed(base.dataset.bands),
        texts: parts.map((part) => [part, part.textContent]),
        attributes: [base, postings, newest].map((cell) => [cell, cell.dataset.sort]),
        ends: ["x", "width"].map((name) => row.querySelector("rect")?.getAttribute(name)) };
    }

    apply() {
      const place = (name) => (this.form.elements[name]?.selectedIndex ?? 0) - 1;
      const [region, level] = [place("region"), place("level")];
      let shown = 0;
      for (const item of this.rows) {
        const found = region < 0 && level < 0 ? undefined : spread(item.bands, region, level);
        item.row.hidden = found === null;
        if (found !== null) shown += 1;
        this.restore(item);
        if (found) this.show(item, found);
      }
      this.scope.textContent = region < 0 && level < 0 ? this.whole : this.scoped(this.form.elements);
      this.querySelector("output").textContent = `${shown} of ${this.rows.length} shown`;
      this.querySelector("sortable-table")?.refresh?.();
      this.remember();
    }

    /** Of which place and level the figures are, as the caption says it. */
    scoped({ region, level }) {
      const words = (select) => select.selectedOptions[0].textContent;
      const where = region && (region.value ? ` in ${words(region)}` : " in all places");
      const which = level && (level.value ? ` at level ${words(level)}`.replace("level Level", "level") : " at all levels");
      return [where, which].filter(Boolean).join("");
    }

    restore({ texts, attributes, bar, ends }) {
      for (const [part, text] of texts) part.textContent = text;
      for (const [cell, sort] of attributes) cell.dataset.sort = sort;
      if (bar) ["x", "width"].forEach((name, number) => bar.setAttribute(name, ends[number]));
    }

    show({ base, postings, newest, bar }, found) {
      const currency = this.currencies[found.currency];
      base.querySelector("b").textContent = written(found, currency);
      base.dataset.sort = Math.round(found.high * currency.usd);
      const also = base.querySelector("small");
      const others = found.others.map((other) => this.currencies[other].code);
      if (also) also.textContent = others.length ? `also in ${others.join(", ")}` : "";
      if (found.postings) {
        postings.textContent = postings.dataset.sort = found.postings;
        newest.textContent = day(found.newest);
        newest.dataset.sort = found.newest;
      }
      if (bar) this.draw(bar, found.low * currency.usd, found.high * currency.usd);
    }

    draw(bar, low, high) {
      const [start, end] = [Number(this.dataset.start), Number(this.dataset.end)];
      const percent = (usd) => (100 * (usd - start)) / (end - start);
      bar.setAttribute("x", `${percent(low)}%`);
      bar.setAttribute("width", `${Math.max(percent(high) - percent(low), 1)}%`);
    }

    /** Keep the choice in the address, so that it can be shared. */
    remember() {
      const chosen = new URLSearchParams(location.search);
      for (const select of this.selects) {
        if (select.value) chosen.set(select.name, select.value);
        else chosen.delete(select.name);
      }
      const query = chosen.toString();
      history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
    }
  }

  (globalThis.guidebook ??= {}).bands = { parsed, spread, amount };
  customElements.define("band-filter", BandFilter);
})();
