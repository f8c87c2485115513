// <prepare-panel>: the form for a reader's own numbers on a guide, and alone on the worksheet.
// The form's markup is a template of the worksheet's page; what is typed is kept, worked out, and put into the page.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});
  const GUIDE = /^[a-z0-9-]+\/[a-z0-9-]+$/;
  const LARGEST_FILE = 1_000_000;
  const PAUSE = 400;

  class PreparePanel extends HTMLElement {
    /** Show the form, once, with what is kept; with `focus` its first field takes the focus. False without a form. */
    async open(focus) {
      this.opened ??= this.#open();
      await this.opened;
      if (focus) this.querySelector("form :is(input, select):not([hidden])")?.focus();
      return Boolean(this.form);
    }

    async #open() {
      const hash = location.hash.slice(1);
      const asked = this.dataset.guide ?? (GUIDE.test(hash) ? hash : null);
      this.guide = asked && (await guideData(asked));
      this.key = asked && this.guide ? asked : "worksheet";
      this.numbers = guidebook.load(this.key);
      const form = await formTemplate();
      if (!form) {
        this.#update();
        return;
      }
      this.append(document.importNode(form.content, true));
      this.form = this.querySelector("form");
      this.#fit();
      this.#show();
      this.#listen();
      this.#update();
      this.classList.add("g-open");
    }

    #all(selector) {
      return this.querySelectorAll(selector);
    }

    #part(name) {
      return this.querySelector(`[data-show="${name}"]`);
    }

    #list(name) {
      return this.querySelector(`[data-list="${name}"]`);
    }

    #template(name) {
      return this.querySelector(`template[data-new="${name}"]`);
    }

    #when(name, is) {
      for (const part of this.#all(`[data-when="${name}"]`)) part.hidden = !is;
    }

    // A guide offers its own places and levels; the worksheet takes any.
    #fit() {
      for (const part of this.#all("[data-with]")) if ((part.dataset.with === "guide") !== Boolean(this.guide)) part.remove();
      for (const name of this.guide ? ["region", "level"] : []) {
        const select = this.form.elements[name];
        for (const value of new Set(this.guide.rows.map((row) => row[name]))) {
          const option = select.options[0].cloneNode(true);
          option.value = option.textContent = value;
          select.append(option);
        }
      }
      if (this.guide && !this.dataset.guide) this.#part("title").textContent = `${this.guide.role} at ${this.guide.company}`;
      this.#part("title").hidden = !this.#part("title").textContent;
      if (!this.guide) this.form.elements.currency.options[0].textContent = "US dollars";
      this.#when("blocked", !guidebook.keeps());
    }

    #show() {
      for (const name of guidebook.FIELDS) if (this.form.elements[name]) this.form.elements[name].value = this.numbers[name] ?? "";
      for (const name of guidebook.BOXES) this.form.elements[name].checked = Boolean(this.numbers[name]);
    }

    #listen() {
      this.form.addEventListener("input", (event) => this.#typed(event.target));
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("click", (event) => {
        if (event.target.closest("[data-print]")) print();
        this.#pressed(event.target.closest("[data-do]"));
      });
      this.form.querySelector("[type=file]").addEventListener("change", (event) => this.#opened(event.target));
    }

    #typed(field) {
      if (field.type === "file") return;
      if (field.dataset.step) this.numbers.ladder = guidebook.readLadder(this.#list("ladder"));
      else if (guidebook.BOXES.includes(field.name)) this.#set(field.name, field.checked);
      else if (guidebook.FIELDS.includes(field.name)) this.#set(field.name, field.value);
      this.#keep();
    }

    #set(name, value) {
      if (value) this.numbers[name] = value;
      else delete this.numbers[name];
    }

    #keep() {
      this.#when("blocked", !guidebook.save(this.key, this.numbers));
      this.#update();
    }

    #update() {
      const found = guidebook.derive(this.numbers, this.guide, guidebook.today());
      const plans = guidebook.fill(document, this.numbers, found, this.guide);
      if (!this.form) return;
      this.#totals(found);
      this.#results(found, plans);
      clearTimeout(this.later);
      this.later = setTimeout(() => this.#words(found), PAUSE);
    }

    // Words wait until the typing pauses, so that half a number is not called wrong.
    #words({ reading, row }) {
      const words = { ...reading.words };
      if (this.guide && !row) words.level = "This page has no figure for that level in that place.";
      for (const output of this.#all("output.g-word")) {
        const name = output.htmlFor.value.replace(/^p-/, "");
        const text = words[name] ?? "";
        if (output.textContent !== text) output.textContent = text;
        const isWrong = reading.wrong.has(name);
        output.classList.toggle("g-wrong", isWrong);
        const field = this.form.elements[name];
        if (isWrong) field?.setAttribute("aria-invalid", "true");
        else field?.removeAttribute("aria-invalid");
      }
    }

    #totals({ totals, rival }) {
      this.#when("totals", totals);
      const write = (sums, units) => guidebook.writeMoney(sums.currency, units);
      this.#part("rival").textContent = rival
        ? `First year ${write(rival, rival.first)}, average year ${write(rival, rival.average)}. ${rival.rule}` : "";
      if (!totals) return;
      this.#part("first").textContent = write(totals, totals.first);
      this.#part("average").textContent = write(totals, totals.average);
      this.#part("rule").textContent = totals.rule;
      this.#part("paper").textContent = totals.paper
        ? `Apart from this, on paper: ${write(totals, totals.paper.first)} in the first year, ${write(totals, totals.paper.four)} over four years.` : "";
      [...this.#all("tbody tr")].forEach((line, year) => {
        for (const cell of line.querySelectorAll("[data-part]")) cell.textContent = totals.years[year][cell.dataset.part] ? write(totals, totals.years[year][cell.dataset.part]) : "\u2013";
      });
    }

    #results(found, plans) {
      const isEmpty = !Object.keys(this.numbers).length;
      this.#when("results", !isEmpty);
      this.#when("rival", this.numbers.written_offer || this.numbers.verbal_offer);
      this.#when("job", this.numbers.current_job);
      this.#fillList("warnings", found.warnings, (item, words) => (item.textContent = words));
      this.#fillList("places", found.places, place);
      const levers = guidebook.leversOf(document, plans, found.holds);
      this.#when("levers", levers.length);
      this.#fillList("levers", levers.filter((lever) => lever.is), (item, lever) => {
        item.firstElementChild.textContent = lever.title;
        item.firstElementChild.href = `#${lever.id}`;
      });
      const others = levers.filter((lever) => !lever.is);
      this.#when("not-levers", others.length);
      this.#fillList("not-levers", others, (item, lever) => {
        [item.children[0].textContent, item.children[1].textContent] = [lever.title, lever.why];
      });
      this.#ladder(found);
    }

    #ladder(found) {
      const steps = guidebook.stepsOf(this.numbers, found);
      guidebook.showLadder(this.#list("ladder"), this.#template("ladder"), steps);
      this.#part("ladder").textContent = guidebook.ladderWords(this.numbers, found);
      this.#when("steps", steps.length);
      this.querySelector("[data-do=suggest]").hidden = !this.numbers.ladder;
    }

    #fillList(name, items, fill) {
      const list = this.#list(name);
      list.replaceChildren(...items.map((item) => {
        const made = this.#template(name).content.firstElementChild.cloneNode(true);
        fill(made, item);
        return made;
      }));
      list.hidden = !items.length;
    }

    #pressed(button) {
      const act = { save: "saveFile", open: "askFile", clear: "askClear", sure: "clear", keep: "closeDialog",
        "add-step": "addStep", "remove-step": "removeStep", suggest: "suggest" }[button?.dataset.do];
      if (act) this[act](button);
    }

    #say(words) {
      this.#part("said").textContent = words;
    }

    saveFile() {
      const name = this.guide ? `${this.guide.role} at ${this.guide.company}` : [this.numbers.role, this.numbers.company].filter(Boolean).join(" at ");
      const text = guidebook.writeSaved(this.key, name, this.numbers);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = `my-numbers-${this.key.replace("/", "-")}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      this.#say("Saved to a file. Keep it where only you can read it.");
    }

    askFile() {
      this.form.querySelector("[type=file]").click();
    }

    async #opened(input) {
      const [file] = input.files;
      if (!file) return;
      const read = file.size > LARGEST_FILE ? { word: "This file is too large to be one that was saved here." } : guidebook.readSaved(await file.text());
      input.value = "";
      if (read.word) {
        this.#say(`${read.word} Your numbers are as they were.`);
        return;
      }
      this.numbers = read.numbers;
      this.#show();
      this.#keep();
      const other = read.guide && read.guide !== this.key && read.name ? ` It was saved for ${read.name}.` : "";
      this.#say(`Your numbers are in.${other}`);
    }

    askClear() {
      this.querySelector("dialog").showModal();
    }

    closeDialog() {
      this.querySelector("dialog").close();
    }

    clear() {
      guidebook.forgetAll();
      this.numbers = {};
      this.closeDialog();
      this.#show();
      this.#update();
      this.#say("Cleared. Nothing of yours is left in this browser.");
    }

    addStep() {
      this.#ownSteps(guidebook.withStep(guidebook.readLadder(this.#list("ladder"))));
      const { children } = this.#list("ladder");
      children[Math.max(children.length - 2, 0)]?.querySelector("input").focus();
    }

    removeStep(button) {
      const at = [...this.#list("ladder").children].indexOf(button.closest("li"));
      this.#ownSteps(guidebook.readLadder(this.#list("ladder")).filter((_, place) => place !== at));
      const left = this.#list("ladder").children;
      (left[Math.min(at, left.length - 1)]?.querySelector("input") ?? this.querySelector("[data-do=suggest]")).focus();
    }

    suggest() {
      this.#ownSteps(null);
      this.querySelector("[data-do=add-step]").focus();
    }

    #ownSteps(steps) {
      if (steps) this.numbers.ladder = steps;
      else delete this.numbers.ladder;
      this.#keep();
    }
  }

  function place(item, { words, band, usual, units }) {
    item.querySelector("p").textContent = words;
    const [start, end] = [Math.min(band.low, units), Math.max(band.high, units)];
    const at = (value) => (100 * (value - start)) / Math.max(end - start, 1);
    const [all, often, mark] = item.querySelectorAll("rect");
    const draw = (rect, { low, high }) => {
      rect.setAttribute("x", `${at(low)}%`);
      rect.setAttribute("width", `${Math.max(at(high) - at(low), 1)}%`);
    };
    draw(all, band);
    if (usual) draw(often, usual);
    mark.setAttribute("x", `${Math.min(at(units), 99)}%`);
  }

  async function guideData(id) {
    const [company, role] = id.split("/");
    try {
      await guidebook.scripts(`assets/data/pay/${company}.js`);
    } catch {
      return null;
    }
    const data = guidebook.data[`pay/${company}`];
    return data && Object.hasOwn(data.guides, role) ? { ...data.guides[role], company: data.name } : null;
  }

  // The worksheet's page holds the form's template; a page opened from a folder may not read another.
  async function formTemplate() {
    const own = document.getElementById("prepare-form");
    if (own) return own;
    try {
      const answer = await fetch(guidebook.at("prepare/worksheet/"), { credentials: "omit" });
      if (!answer.ok) return null;
      return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("prepare-form");
    } catch {
      return null;
    }
  }

  customElements.define("prepare-panel", PreparePanel);
})();
