// <compare-offers>: up to four guides or offers of the reader side by side. Guides stand in the address, so that the
// page can be shared; the reader's own offers never do.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});
  const PLACES = ["a", "b", "c", "d"];

  class CompareOffers extends HTMLElement {
    async connectedCallback() {
      this.form = this.querySelector("form");
      this.columns = [];
      for (const part of this.querySelectorAll(".g-pick")) part.hidden = false;
      this.companies();
      this.listen();
      const asked = new URLSearchParams(location.search);
      for (const place of PLACES) if (asked.get(place)) await this.addGuide(asked.get(place));
      const own = await ownOffers();
      this.offerOwn(own);
      if (!this.columns.length) this.columns.push(...own.slice(0, PLACES.length));
      this.show();
    }

    companies() {
      const { companies } = guidebook.data.guides;
      const sorted = Object.entries(companies).sort((a, b) => a[1][0].localeCompare(b[1][0], "en"));
      options(this.form.elements.company, sorted.map(([id, [name]]) => [id, name]));
    }

    listen() {
      const { company, role } = this.form.elements;
      company.addEventListener("change", () => {
        const { companies, roles } = guidebook.data.guides;
        const ids = company.value ? companies[company.value][1] : [];
        options(role, ids.map((id) => [id, roles[id]]));
        role.disabled = !ids.length;
        if (ids.length === 1) role.value = ids[0];
      });
      this.form.elements.currency.addEventListener("change", () => this.show());
      this.form.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (!role.value) this.say("Choose a company and a role first.");
        else if (await this.addGuide(`${company.value}/${role.value}`)) this.say("");
        this.show();
      });
      this.addEventListener("click", (event) => this.pressed(event.target.closest("[data-do]")));
    }

    say(words) {
      this.querySelector("[role=status]").textContent = words;
    }

    isFull() {
      if (this.columns.length >= PLACES.length) this.say("Four is the most. Remove one first.");
      return this.columns.length >= PLACES.length;
    }

    /** Add a guide: `company/role`, and after a tilde its place and level. False where there is none. */
    async addGuide(asked) {
      const [id, ...wanted] = asked.split("~");
      const guide = await guideOf(id);
      const rows = (guide?.rows ?? []).filter((row) => guidebook.offerOfRow(row));
      if (!rows.length) this.say(guide ? `${guide.title}: no pay is disclosed, so there is nothing to compare.` : `There is no guide called \u201c${id.slice(0, 60)}\u201d.`);
      if (!rows.length || this.isFull()) return false;
      const found = rows.findIndex((row) => row.region === wanted[0] && row.level === wanted[1]);
      this.columns.push({ id, title: guide.title, href: guidebook.at(`guides/${id}/`), rows, at: found >= 0 ? found : Math.max(rows.indexOf(guide.rows[guide.row ?? 0]), 0) });
      return true;
    }

    offerOwn(own) {
      const list = this.querySelector("[data-list=own]");
      list.replaceChildren(...own.map((column) => {
        const button = this.made("own");
        button.textContent = `Add ${column.title}`;
        button.addEventListener("click", () => {
          if (this.isFull()) return;
          if (!this.columns.includes(column)) this.columns.push(column);
          this.show();
        });
        return button;
      }));
      this.querySelector("[data-show=own]").hidden = own.length > 0;
    }

    pressed(button) {
      if (button?.dataset.do === "print") print();
      if (button?.dataset.do !== "remove") return;
      this.columns.splice(button.closest("th").cellIndex - 1, 1);
      this.say("");
      this.show();
      this.form.elements.company.focus();
    }

    made(name) {
      return this.querySelector(`template[data-new="${name}"]`).content.firstElementChild.cloneNode(true);
    }

    show() {
      const shown = this.columns.map((column) => ({ ...column, offer: column.offer ?? guidebook.offerOfRow(column.rows[column.at]) }));
      this.querySelector(".g-scroll").hidden = !shown.length;
      const to = this.form.elements.currency.value || shown[0]?.offer.currency;
      this.row("head").replaceChildren(this.row("head").cells[0], ...shown.map((column, at) => this.head(column, at)));
      const lines = shown.map(({ offer, rows, at }) => ({ ...guidebook.lines(offer), ...(rows ? statedOf(rows[at]) : { stated: "", basis: "what you entered" }) }));
      for (const row of this.querySelectorAll("tbody [data-row]")) {
        row.replaceChildren(row.cells[0], ...lines.map((line) => this.cell(line[row.dataset.row], to)));
        row.hidden = lines.every((line) => !line[row.dataset.row] || line[row.dataset.row] === "none");
      }
      this.querySelector("[data-show=rates]")?.toggleAttribute("hidden", shown.every(({ offer }) => offer.currency === to));
      this.address();
    }

    row(name) {
      return this.querySelector(`[data-row="${name}"]`);
    }

    head({ title, href, rows, at }, place) {
      const head = this.made("head");
      const [link, small] = head.children;
      link.textContent = title;
      if (href) link.href = href;
      else link.removeAttribute("href");
      const select = head.querySelector("select");
      head.querySelector("label").hidden = !rows || rows.length < 2;
      small.textContent = rows ? nameOf(rows[at]) : "";
      small.classList.toggle("g-chosen", Boolean(rows && rows.length > 1));
      options(select, (rows ?? []).map((row, number) => [String(number), nameOf(row)]), true);
      select.value = String(at);
      select.addEventListener("change", () => {
        this.columns[place].at = Number(select.value);
        this.show();
        this.row("head").cells[place + 1].querySelector("select").focus();
      });
      head.querySelector("button").setAttribute("aria-label", `Remove ${title}`);
      return head;
    }

    cell(value, to) {
      const cell = this.made("cell");
      const [original, converted] = cell.children;
      original.textContent = typeof value === "string" ? value : guidebook.writeBand(value);
      cell.classList.toggle("g-none", typeof value === "string");
      if (typeof value !== "string" && value.currency !== to) converted.textContent = inCurrency(value, to);
      return cell;
    }

    // The address names guides alone, and stays as it is where a browser does not let it change.
    address() {
      const guides = this.columns.filter(({ rows }) => rows);
      const query = guides.map(({ id, rows, at }, place) => `${PLACES[place]}=${encodeURIComponent([id, rows[at].region, rows[at].level].join("~")).replace(/%2F/g, "/")}`);
      try {
        history.replaceState(null, "", query.length ? `?${query.join("&")}` : location.pathname);
      } catch {
        // a page from a folder keeps its address
      }
    }
  }

  function inCurrency({ currency, low, high, open }, to) {
    const step = guidebook.stepOf(to);
    const ends = [low, high].map((units) => guidebook.convert(units, currency, to));
    if (ends.includes(null)) return "no rate";
    const [from, until] = ends.map((units) => Math.round(units / step) * step);
    return `about ${guidebook.writeBand({ currency: to, low: from, high: until, open })}`;
  }

  function options(select, pairs, all = false) {
    const first = select.options[0];
    select.replaceChildren(...(all ? [] : [first]), ...pairs.map(([value, words]) => {
      const option = first.cloneNode(true);
      [option.value, option.textContent] = [value, words];
      return option;
    }));
    select.selectedIndex = 0;
  }

  const nameOf = ({ region, level }) => [region, level.startsWith("Level") ? "" : level].filter(Boolean).join(", ");

  function statedOf({ total, total_kind: kind, basis, unconfirmed }) {
    const name = { first_year: "first year", average_year: "average year" }[kind];
    return { stated: total ? `${total}, ${name}` : "", basis: basis + (unconfirmed ? ", not confirmed" : "") };
  }

  async function guideOf(id) {
    const [company, role, ...more] = id.split("/");
    const { companies, roles } = guidebook.data.guides;
    if (more.length || !Object.hasOwn(companies, company) || !companies[company][1].includes(role)) return null;
    await guidebook.scripts(`assets/data/pay/${company}.js`);
    return { ...guidebook.data[`pay/${company}`].guides[role], title: `${roles[role]} at ${companies[company][0]}` };
  }

  /** The reader's offers that this browser keeps, as columns. */
  async function ownOffers() {
    const found = [];
    for (const key of guidebook.kept()) {
      const numbers = guidebook.load(key);
      const guide = key.includes("/") ? await guideOf(key) : null;
      const currency = (guide && guidebook.readBand(guidebook.rowOf(numbers, guide)?.base)?.currency) || "USD";
      const name = guide?.title ?? [numbers.role, numbers.company].filter(Boolean).join(" at ");
      const own = guidebook.offerOfReader(numbers, "", currency);
      const rival = guidebook.offerOfReader(numbers, "rival_", currency);
      if (own) found.push({ title: name ? `your offer, ${guidebook.cut("title", name)}` : "your offer", offer: own });
      if (rival) found.push({ title: `your other offer${numbers.rival_employer ? `, ${guidebook.cut("title", numbers.rival_employer)}` : ""}`, offer: rival });
    }
    return found;
  }

  customElements.define("compare-offers", CompareOffers);
})();
