// <guide-finder>: the box that finds, a combobox by the pattern of WAI-ARIA. What matches is decided in match.js
// and text.js; both, and the data that they look through, are loaded when somebody is about to type.
(() => {
  "use strict";

  const own = document.currentScript;
  const beside = (name) => new URL(name, own.src).href;
  const top = new URL("../../../", own.src);
  const NAMES = [beside("match.js"), new URL(own.dataset.names, document.baseURI).href];
  const OTHERS = [NAMES[1].replace("/names-", "/others-")];
  const TEXT = [beside("text.js"), beside("lunr.js"), NAMES[1].replace("/names-", "/text-")];
  const KINDS = { guide: "guide", company: "company", role: "role", region: "place", index: "page", text: "text" };
  const PARTS = "@import box.html"; // the box, then what answers are cloned from
  const LONGEST = 200; // signs of a query that are looked at
  const FEW = 4; // fewer names than this, and the text is searched as well
  const SOON = 150; // milliseconds from the first names to the others, which nobody who typed one letter waits for
  const PAUSE = 500; // milliseconds without a key before a screen reader is told
  const WORKSHEET = { kind: "index", title: "Worksheet", detail: "your own numbers for any job, and a sheet to print", url: "prepare/worksheet/", marks: [] };
  const CONTRIBUTE = { kind: "index", title: "Ask for this guide", detail: "or add it yourself", url: "contribute/#ask-for-a-guide", marks: [] };
  const INDEX = { kind: "index", title: "Companies", detail: "all of them, A to Z", url: "companies/", marks: [] };

  const guidebook = (globalThis.guidebook ??= {});
  const loaded = new Map();
  let [names, text] = [null, null]; // the indexes; the text is false where it could not be loaded
  let isWhole = false; // the names are all there that there will be
  guidebook.names = (data) => {
    names = guidebook.finder.open(data);
    guidebook.others = (others) => { names = guidebook.finder.open(data, others); };
  };
  guidebook.passages = (data) => { text = guidebook.text.open(data); };

  /** Load classic scripts, once, to run in their order; a copy of the site on disk may load no other kind. */
  function load(addresses) {
    if (!loaded.has(addresses)) {
      loaded.set(addresses, Promise.all(addresses.map(one)));
      loaded.get(addresses).catch(() => loaded.delete(addresses));
    }
    return loaded.get(addresses);
  }

  const pause = (time) => new Promise((resume) => setTimeout(resume, time));
  const one = (src) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror, async: false }));
  });

  guidebook.top = top;

  /** The index of all names, once it is there; of the first where the others cannot be loaded. */
  guidebook.open = async () => {
    await load(NAMES);
    await load(OTHERS).catch(() => {});
    isWhole = true;
    return names;
  };

  /** The index of the text, once it is there. */
  guidebook.read = async () => {
    await load(TEXT);
    return (text = await text);
  };

  /** The address of a page of the site from any other, which on disk must name the file. */
  guidebook.address = (url) => {
    const found = new URL(url, top);
    if (found.protocol === "file:" && found.pathname.endsWith("/")) found.pathname += "index.html";
    return found.href;
  };

  /** Put `text` into `element` with the marks, which are [start, end] each, as copies of `mark`. */
  guidebook.mark = (element, text, marks, mark) => {
    let at = 0;
    element.textContent = "";
    for (const [start, end] of marks) {
      const marked = mark.cloneNode();
      marked.textContent = text.slice(start, end);
      element.append(text.slice(at, start), marked);
      at = end;
    }
    element.append(text.slice(at));
  };

  class GuideFinder extends HTMLElement {
    connectedCallback() {
      if (this.input) return;
      const held = document.createElement("div");
      held.innerHTML = PARTS;
      const [frame, parts] = held.children;
      [this.group, this.option, this.mark] = parts.content.children;
      this.replaceChildren(...frame.content.children);
      this.sheet = this.querySelector("[role=search]");
      this.input = this.querySelector("input");
      this.panel = this.querySelector(".g-finder__panel");
      this.note = this.panel.querySelector("p");
      this.list = this.querySelector("[role=listbox]");
      this.status = this.querySelector("[role=status]");
      this.opener = this.querySelector(".g-finder__open");
      this.input.value = history.state?.finder ?? this.input.value;
      this.listen();
    }

    listen() {
      this.addEventListener("pointerover", prepare, { once: true });
      this.addEventListener("focusout", (event) => { if (!this.contains(event.relatedTarget)) this.close(); });
      this.addEventListener("keydown", (event) => this.key(event));
      this.input.addEventListener("focus", () => { this.enter(); });
      this.input.addEventListener("input", () => this.update());
      this.input.addEventListener("click", () => this.update());
      this.panel.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", () => this.keep());
      this.opener.addEventListener("click", () => this.enter());
      this.querySelector(".g-finder__close").addEventListener("click", () => this.leave());
      document.addEventListener("keydown", (event) => {
        if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
        event.preventDefault();
        this.enter();
      });
      globalThis.visualViewport?.addEventListener("resize", () => this.fit());
    }

    /** Open the sheet on a phone, and lead into the box. */
    enter() {
      prepare();
      this.classList.add("is-open");
      this.fit();
      if (document.activeElement !== this.input) {
        this.input.focus();
        this.input.select();
      }
      this.update();
    }

    leave() {
      this.close();
      (this.opener.checkVisibility() ? this.opener : this.input).focus();
      this.input.blur();
      this.close();
    }

    close() {
      this.classList.remove("is-open");
      this.expand(false);
      this.waiting = null;
    }

    expand(is) {
      this.panel.hidden = !is;
      this.classList.toggle("is-answering", is);
      this.input.setAttribute("aria-expanded", is);
      if (!is) this.activate(null);
    }

    /** As high as what the on-screen keyboard leaves free. */
    fit() {
      const view = globalThis.visualViewport;
      if (view) this.sheet.style.setProperty("--g-view", `${view.height}px`);
    }

    key(event) {
      if (event.isComposing || event.target !== this.input) return;
      const options = this.options();
      const at = options.indexOf(this.active);
      const moves = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 };
      if (at >= 0) Object.assign(moves, { Home: 0, End: options.length - 1 });
      if (event.key === "Escape") this.escape();
      else if (event.key === "Enter") this.follow();
      else if (event.key in moves && this.panel.hidden) this.update();
      else if (event.key in moves) this.activate(options[moves[event.key]] ?? null);
      else return;
      event.preventDefault();
    }

    escape() {
      if (!this.panel.hidden) this.expand(false);
      else if (this.input.value) this.input.value = "";
      else this.leave();
    }

    /** Go to the active answer, else to the first; to what comes first once it is there, if need be. */
    follow() {
      this.waiting = !this.active && this.isLate && this.asked() ? this.input.value : null;
      if (!this.waiting) (this.active ?? this.options()[0])?.click();
    }

    /** What is typed is still there when somebody comes back. */
    keep() {
      history.replaceState({ ...history.state, finder: this.input.value }, "");
    }

    options() {
      return this.panel.hidden ? [] : [...this.list.querySelectorAll("[role=option]")];
    }

    activate(option) {
      this.active?.removeAttribute("aria-selected");
      this.active = option;
      if (!option) return this.input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }

    asked() {
      return this.input.value.slice(0, LONGEST).trim();
    }

    /** Answer what is typed: at once where the names are there, and the text where they say little. */
    update() {
      const query = this.asked();
      if (!query) return this.expand(false);
      if (!names) return this.later(load(NAMES), query, () => this.show([{ items: [INDEX] }], SAID.lost));
      const found = guidebook.finder.find(names, query);
      found.isProse = !found.isNamed && (found.isBegun || found.note?.kind === "unknown" || isTalk(query, found.answers[0]));
      if (!isWhole) return this.begin(query, found);
      if (text === false || (!found.isProse && found.answers.length >= FEW)) return this.answer(found, []);
      if (text && !text.then) return this.answer(found, guidebook.text.search(text, query, names.weak));
      this.later(guidebook.read(), query, () => { text = false; this.update(); });
      this.answer(found, null);
    }

    /** Answer with the first names, where they are enough to say something, and again with all of them. */
    begin(query, { answers, note, isProse }) {
      const isEnough = !note && !isProse;
      this.show([{ items: isEnough ? answers : [] }], isEnough ? "" : SAID.looking, true);
      this.later((isEnough ? pause(SOON) : Promise.resolve()).then(guidebook.open), query);
    }

    /** Look again once something is loaded, if the same is still asked for. */
    later(promise, query, failed) {
      this.isLate = true;
      const again = (then) => () => { if (this.asked() === query && this.classList.contains("is-open")) then(); };
      promise.then(again(() => this.update()), again(failed));
    }

    /** Show the names, and the passages below: above where no name is meant and a passage is about what is asked. */
    answer({ answers, note, isProse, isBegun }, passages) {
      const isUnknown = note?.kind === "unknown";
      const isIndex = ({ kind }) => kind === "index";
      const prose = { label: "In the text", items: passages ?? [] };
      const named = { items: answers.filter((answer) => !isUnknown || !isIndex(answer)) };
      const near = { label: "Names like it", items: isUnknown && !(passages?.length && named.items.length) ? note.nearest : [] };
      const ways = { items: note ? [WORKSHEET, ...answers.filter(isIndex), note.kind === "no-guide" && CONTRIBUTE].filter(Boolean) : [] };
      if (isBegun && !passages) this.show([named], "", true);
      else if (isProse && !passages) this.show([], SAID.looking, true);
      else if (isProse && passages[0]?.isTopic) this.show([prose, named, ways]);
      else if (isProse && passages.length && !(isUnknown && passages[0].isApart) && !held(this.asked(), answers[0]).length) this.show([prose, named, near, ways], said(note));
      else this.show([named, near, prose, ways], said(note, text === false));
    }

    /** Put the answers of each group into the list, under its label; more may be on its way where it is late. */
    show(groups, note = "", isLate = false) {
      let number = 0;
      const shown = groups.filter(({ items }) => items.length).map(({ label, items }) => {
        const group = this.group.cloneNode(true);
        group.firstChild.textContent = label ?? "";
        group.firstChild.hidden = !label;
        group.ariaLabel = label ?? "Names";
        group.append(...items.map((item) => this.line(item, `g-found-${(number += 1)}`)));
        return group;
      });
      const chosen = this.active?.href;
      this.list.replaceChildren(...shown);
      this.list.hidden = !number;
      this.note.textContent = note;
      this.note.hidden = !note;
      this.expand(true);
      this.activate(this.options().find(({ href }) => href === chosen) ?? null);
      this.isLate = this.list.ariaBusy = isLate;
      if (!isLate && this.waiting === this.input.value) this.follow();
      clearTimeout(this.saying);
      const many = number === 1 ? "1 answer" : `${number} answers`;
      this.saying = setTimeout(() => { this.status.textContent = `${note} ${number ? many : ""}`; }, PAUSE);
    }

    line({ kind, title, detail, url, marks, excerpt = "", excerptMarks = [] }, id) {
      const line = this.option.cloneNode(true);
      const [sort, name, more, words] = line.children;
      Object.assign(line, { id, href: guidebook.address(url), className: kind });
      sort.textContent = KINDS[kind];
      guidebook.mark(name, title, marks, this.mark);
      more.textContent = detail;
      guidebook.mark(words, excerpt, excerptMarks, this.mark);
      return line;
    }
  }

  const SAID = {
    lost: "The names could not be loaded.",
    looking: "Looking further.",
    noText: "The text of the site could not be searched.",
  };

  const split = (words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const squeezed = (words) => split(words).join("");

  /** The words of a query that say something, and stand in the answer as they are typed. */
  function held(query, answer) {
    const there = answer ? split(`${answer.title} ${answer.detail}`) : [];
    return split(query).filter((word) => !names.weak.has(word) && there.some((other) => other.startsWith(word)));
  }

  /** True where words that say little stand beside no name as it is written: `counter offer`, `competing offer`. */
  function isTalk(query, answer) {
    const words = split(query);
    const strong = words.filter((word) => !names.weak.has(word));
    if (words.length > 1 && squeezed(`${answer?.title} ${answer?.detail}`).includes(squeezed(query))) return false;
    return strong.length < words.length && held(query, answer).length < Math.max(strong.length, 1);
  }

  function said(note, isTextLost) {
    const words = !note ? ""
      : note.kind === "no-guide" ? `${note.company} has no guide for ${note.role} yet. Its page, and the nearest roles:`
      : `No company, role or place is called \u201c${note.word}\u201d.`;
    return isTextLost ? `${words} ${SAID.noText}`.trim() : words;
  }

  function prepare() {
    load(NAMES).catch(() => {});
  }

  const isTyped = (element) => element.isContentEditable || /^(input|select|textarea)$/i.test(element.tagName);

  customElements.define("guide-finder", GuideFinder);
})();
