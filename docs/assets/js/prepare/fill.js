// Put what follows from the numbers into the page: blanks of scripts, levers that are not for this reader, the sheet.
// Only text is set, and what is there is shown or hidden; an empty number gives back what the page said before.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const BRIEF = 70; // signs
  const WIDE = 11; // signs beside one another in the numbers of the sheet
  const former = new WeakMap();

  /**
   * Set the text of an element, or with no text give it back what it held before; null leaves a blank.
   * A filled blank is no blank any more.
   */
  guidebook.put = (element, text) => {
    if (!former.has(element)) {
      former.set(element, { nodes: [...element.childNodes], rule: element.classList.contains("g-rule") });
    }
    const was = former.get(element);
    if (text || text === null) element.textContent = text ?? "";
    else element.replaceChildren(...was.nodes);
    element.classList.toggle("g-rule", text === null || (was.rule && !text));
    element.classList.toggle("g-filled", Boolean(text));
  };
  const { put } = guidebook;

  /** What stood in the place before anything was filled in. */
  guidebook.saidFirst = (place) => (former.get(place)?.nodes ?? [...place.childNodes]).map((node) => node.textContent).join("");

  /** Fill everything on the page that a reader may fill. */
  guidebook.fill = (page, numbers, found, guide) => {
    const isEmpty = !Object.keys(numbers).length;
    const shown = onSheet(numbers, found, guide);
    const sheet = page.querySelector(".g-sheet");
    if (sheet) guidebook.addHeld(sheet);
    if (sheet) fields(sheet, shown, numbers, found);  // first: what is given back holds blanks and amounts of its own
    for (const blank of page.querySelectorAll("[data-blank]")) {
      put(blank, blank.closest(".g-sheet .l") ? brief(textOf(blank, found)) : textOf(blank, found));
    }
    const plans = guidebook.say(page, found, guide);
    guidebook.showLevers(page, plans, found.holds, isEmpty);
    for (const list of page.querySelectorAll("article > .g-ladder, .g-sheet [data-fill-list=ladder]")) ladder(list, numbers, found);
    strategy(page, shown, found, guide);
    if (!sheet) return plans;
    equity(sheet, numbers.kind);
    guidebook.showSheetLevers(sheet, plans, found);
    guidebook.markAbove(sheet, found);
    guidebook.showPlace(sheet, found, guide);
    return plans;
  };

  // "I need an answer today": the day of the reader's own answer, else the one that they were given.
  function textOf(blank, { blanks }) {
    const text = blanks[blank.dataset.blank] ?? "";
    return blank.dataset.blank === "date" && blank.closest("[data-fill-list=pushback]") ? text || blanks.deadline : text;
  }

  /** What to get in writing is that of the kind of equity that was chosen. */
  function equity(sheet, chosen) {
    const [name, facts] = guidebook.data.basics.equity[chosen] ?? ["", []];
    for (const list of sheet.querySelectorAll("[data-fill-list=equity]")) {
      put(list.previousElementSibling, name && `Get in writing: ${name}`);
      list.dataset.own ??= list.children.length;
      while (list.children.length < facts.length) list.append(list.lastElementChild.cloneNode());
      [...list.children].forEach((item, at) => {
        item.hidden = at >= (facts.length || Number(list.dataset.own));
        put(item, facts[at]);
      });
    }
  }

  function fields(sheet, shown, numbers, found) {
    for (const [name, text] of Object.entries(shown)) {
      for (const part of sheet.querySelectorAll(`[data-fill="${name}"]`)) put(part, text);
    }
    for (const place of sheet.querySelectorAll("[data-fill=target]")) if (!numbers.target?.trim() && found.passed.has(place.textContent)) put(place, null);
    for (const name of ["target", "floor"]) if (numbers.ask?.trim() && !numbers[name]?.trim()) outOfOrder(sheet, name, found);
  }

  /** What fits into a lever of the sheet beside its amount, which must not be pushed out. */
  const brief = (text) => (text.length > BRIEF ? `${text.slice(0, BRIEF).replace(/\s+\S*$/, "")}\u2026` : text);

  function onSheet(numbers, found, guide) {
    const cut = (name) => guidebook.cut(name, numbers[name]);
    const shown = (name) => {
      const read = found.reading.fields[name];
      return read && !read.word ? guidebook.writeMoney(read.currency, read.units) : "";
    };
    const totals = found.totals;
    const write = (units) => (totals ? guidebook.writeMoney(totals.currency, units) : "");
    const chosen = numbers.region || numbers.level ? found.row : null;
    const { passed } = found;
    const wrong = (name) => Boolean(found.reading.fields[name]?.word);
    const own = found.other ? null : ""; // what the guide says of its own place and level is not said of another
    return {
      role: cut("role"), company: cut("company"),
      region: chosen?.region ?? cut("region"), level: (chosen?.level ?? cut("level")).replace(/^Level not stated/, ""),
      call_on: guidebook.writeDay(numbers.call_on), deadline: guidebook.writeDay(numbers.deadline),
      unit: guide && !shown("ask") ? "" : unitOf(found), // the guide's ask counts what the guide says
      ask: shown("ask") || found.blanks.opening_ask || (passed.ask || wrong("ask") ? null : own),
      target: shown("target") || found.blanks.target || (passed.target || wrong("target") ? null : own),
      floor: shown("floor") || (wrong("floor") ? null : own),
      offer: found.reading.offer ? inHand(write(found.reading.offer.base)) : "",
      first_year: write(totals?.first), average_year: write(totals?.average),
      alternative: cut("alternative"), notes: cut("notes"),
      ask_sentence: passed.ask || wrong("ask") ? null : guide && !found.other ? "" : guidebook.askSentence(found) || own,
    };
  }

  const inHand = (amount) => (amount.length + 5 > WIDE ? amount : `${amount} base`);

  const unitOf = ({ unit, reading }) =>
    ({ first_year: "first year", average_year: "avg. year" })[unit] ?? (reading.fields.ask?.counts === "total" ? "total" : "");

  // The guide's own target or floor makes way where it is not below the reader's ask, or counts something else.
  function outOfOrder(sheet, name, found) {
    const ask = found.reading.fields.ask;
    for (const place of sheet.querySelectorAll(`[data-fill="${name}"]`)) if (!fits(place.textContent, ask, found)) put(place, null);
  }

  function fits(text, ask, { unit }) {
    const own = guidebook.readMoney(text);
    return own && !own.word && !ask.word && unit === "base" && own.currency === ask.currency && own.units <= ask.units;
  }

  // Where no guide says the ask in a sentence for this place: the number and, if there is one, the reader's own reason.
  guidebook.askSentence = (found) => {
    const { opening_ask: ask, proof } = found.blanks;
    if (!ask) return "";
    const article = found.unit === "average_year" ? "an" : "a";
    return `I am asking for ${ask}${found.unit === "base" ? " base" : ` as ${article} ${guidebook.unitName(found.unit)}`}${proof ? `: ${proof}` : ""}.`;
  };

  /** The three numbers under "Negotiate up", and the place that they are for. */
  function strategy(page, shown, found, guide) {
    const { other } = found;
    const three = page.querySelector("article > .g-three");
    if (!three) return;
    const [ask, target, floor] = three.querySelectorAll("dd");
    put(ask, shown.ask ?? "yours to set");
    put(target, shown.target ?? "yours to set");
    const mine = found.reading.fields.ask;
    if (!shown.target && found.passed.has(target.firstChild?.textContent)) put(target, "yours to set");
    if (mine && !shown.target && !fits(target.firstChild?.textContent, mine, found)) put(target, "yours to set");
    if (!floor.querySelector("[data-blank]")) {
      put(floor, shown.floor ?? "yours to set");
      if (mine && !shown.floor && !fits(floor.firstChild?.textContent, mine, found)) put(floor, "yours to set");
    }
    const note = three.previousElementSibling;
    if (note?.matches(".g-note")) put(note, strategyWords(page, found, guide).join(" "));
    const reason = three.nextElementSibling;
    if (reason?.matches(".g-aside")) reason.hidden = Boolean(mine || other); // it says how the guide came to its own
  }

  /** What to know of the numbers and scripts below, where they are no longer the guide's own; else nothing. */
  function strategyWords(page, found, guide) {
    const { other, unit } = found;
    const usual = guide?.rows?.[guide.row ?? 0];
    const words = [];
    if (other) words.push(`For ${guidebook.placeName(other)}. What the scripts below say of this job is for ${guidebook.placeName(usual)}.`);
    if (found.reading.fields.ask && unit !== (guide?.unit ?? "base")) words.push(`Your numbers count the ${guidebook.unitName(unit)}.`);
    const scripts = [...page.querySelectorAll("article > .g-say:not([data-needs])")];
    if (scripts.length && scripts.every((script) => "out" in script.dataset)) {
      const say = guidebook.askSentence(found);
      words.push(`The guide\u2019s own words are true of its own ask alone and are left out.${say ? ` Say: \u201c${say}\u201d` : ""}`);
    }
    return words;
  }

  /** The ladder of the page and that of the sheet: each item is a step and what it is traded for. */
  function ladder(list, numbers, found) {
    if (!list.children.length) return;
    const steps = guidebook.stepsOf(numbers, found).filter(({ step, trade }) => step || trade);
    for (const { children: [step] } of list.children) step.dataset.own ??= step.textContent;
    const isPassed = (item) => !steps.length && found.passed.has(item.firstElementChild.dataset.own);
    const isOwn = !steps.length && Boolean(numbers.ask?.trim() || found.other || own(list).every(isPassed));
    for (const added of [...list.querySelectorAll("[data-added]")].slice(Math.max(steps.length - own(list).length, 0))) added.remove();
    while (steps.length > list.children.length) {
      const added = list.lastElementChild.cloneNode(true);
      added.dataset.added = "";
      list.append(added);
    }
    [...list.children].forEach((item, at) => {
      item.hidden = (steps.length > 0 && at >= steps.length) || (!isOwn && isPassed(item));
      const [step, trade] = item.children;
      put(step, isOwn ? (at === 0 && opening(found)) || null : guidebook.cut("step", steps[at]?.step));
      put(trade, guidebook.cut("trade", steps[at]?.trade));
    });
  }

  /** The first step of any ladder is the ask itself. */
  const opening = ({ unit, reading, blanks: { opening_ask: ask } }) => ask && `${ask} ${guidebook.countName(reading.fields.ask, unit)}`;

  const own = (list) => [...list.children].filter((item) => !("added" in item.dataset));
})();
