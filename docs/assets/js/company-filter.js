// <company-filter> above the index of companies: shows those that have what is chosen, and beside each option how
// many would be left. The choice stands in the address, so that it can be shared. No choice, or no script: all stand.
// What the attributes hold is said in macros/guidebook/browse.py.
(() => {
  "use strict";

  const guidebook = (globalThis.guidebook ??= {});
  const number = (digits) => parseInt(digits, 36);

  /** A company of the index: its ownership and equity, and its guides. */
  function parsed(own, guides) {
    const [ownership, equity] = own.split(".").map(Number);
    return { ownership, equity, guides: guides.split(" ").filter(Boolean).map(guide) };
  }

  function guide(text) {
    const places = (text.slice(4).match(/..../g) ?? []).map((pair) => [number(pair.slice(0, 2)), number(pair.slice(2))]);
    return { role: number(text.slice(0, 2)), basis: number(text[2]), fresh: number(text[3]), places };
  }

  const OWN = ["ownership", "equity"];
  const OF_GUIDE = ["role", "basis"];
  const isFit = (chosen, name, value) => chosen[name] === undefined || chosen[name] === value;
  const has = (bits, place) => place === undefined || (bits >> place) & 1;
  const held = (bits) => [...Array(31).keys()].filter((place) => has(bits, place));

  /** The guides of a company that have all that is chosen, which is by name the place in the filter's list. */
  function matches(company, chosen) {
    if (!OWN.every((name) => isFit(chosen, name, company[name]))) return [];
    const { region, level, fresh } = chosen;
    return company.guides.filter((item) => OF_GUIDE.every((name) => isFit(chosen, name, item[name]))
      && has(item.fresh, fresh)
      && ((region === undefined && level === undefined)
        || item.places.some(([place, levels]) => isFit(chosen, "region", place) && has(levels, level))));
  }

  /** For each option of the filter `name`: how many companies have it beside all else that is chosen. */
  function counts(companies, chosen, name, size) {
    const found = Array(size).fill(0);
    const others = { ...chosen, [name]: undefined };
    for (const company of companies) {
      for (const value of new Set(values(company, matches(company, others), name, others))) found[value] += 1;
    }
    return found;
  }

  function values(company, guides, name, { region, level }) {
    if (OWN.includes(name)) return guides.length ? [company[name]] : [];
    if (OF_GUIDE.includes(name)) return guides.map((item) => item[name]);
    if (name === "fresh") return guides.flatMap((item) => held(item.fresh));
    const places = guides.flatMap((item) => item.places);
    if (name === "region") return places.filter(([, levels]) => has(levels, level)).map(([place]) => place);
    const bits = places.filter(([place]) => region === undefined || place === region).reduce((all, [, levels]) => all | levels, 0);
    return held(bits);
  }

  guidebook.companies = { parsed, matches, counts };

  class CompanyFilter extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.selects = [...this.form.querySelectorAll("select")];
      this.items = [...document.querySelectorAll("li[data-guides]")].map((item) => ({
        item, link: item.querySelector("a"), small: item.querySelector("small"), all: item.querySelector("small").textContent,
        company: parsed(item.dataset.own, item.dataset.guides),
      }));
      const asked = new URLSearchParams(location.search);
      for (const select of this.selects) {
        const value = asked.get(select.name);
        if ([...select.options].some((option) => option.value === value)) select.value = value;
        for (const option of select.options) option.dataset.words = option.textContent;
      }
      this.form.hidden = false;
      this.form.addEventListener("change", () => this.apply());
      this.form.addEventListener("reset", () => setTimeout(() => this.apply()));
      this.apply();
    }

    apply() {
      const chosen = {};
      for (const { name, selectedIndex } of this.selects) if (selectedIndex) chosen[name] = selectedIndex - 1;
      this.list(chosen);
      this.count(chosen);
      this.share();
    }

    list(chosen) {
      const isAny = !Object.keys(chosen).length;
      let shown = 0;
      for (const { item, link, small, all, company } of this.items) {
        const fit = isAny ? company.guides.length : matches(company, chosen).length;
        item.hidden = !isAny && !fit;
        small.textContent = isAny || fit === company.guides.length ? all : `${fit} of ${all}`;
        link.search = this.kept(["region", "level"]);
        shown += !item.hidden;
      }
      for (const list of document.querySelectorAll("ul.g-columns")) {
        const heading = list.previousElementSibling;
        list.hidden = heading.hidden = !list.querySelector("li:not([hidden])");
        for (const link of document.querySelectorAll(`a[href="#${heading.id}"]`)) {
          (link.closest("li") ?? link).hidden = list.hidden;
        }
      }
      this.querySelector("output").textContent = `${shown} of ${this.items.length} companies`;
      this.querySelector("button").hidden = isAny;
    }

    count(chosen) {
      const companies = this.items.map(({ company }) => company);
      for (const { name, options } of this.selects) {
        counts(companies, chosen, name, options.length - 1).forEach((found, place) => {
          const option = options[place + 1];
          option.textContent = `${option.dataset.words} (${found})`;
          option.disabled = !found && !option.selected;
        });
      }
    }

    /** What is chosen, as the query of an address. */
    kept(names) {
      const query = new URLSearchParams(this.selects.filter(({ name, value }) => value && names.includes(name))
        .map(({ name, value }) => [name, value]));
      return query.size ? `?${query}` : "";
    }

    share() {
      const query = this.kept(this.selects.map(({ name }) => name));
      history.replaceState(history.state, "", (query || location.pathname) + location.hash);
    }
  }

  customElements.define("company-filter", CompanyFilter);
})();
