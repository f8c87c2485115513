// Put what follows from the numbers into the page: blanks of scripts, levers that are not for this reader, the sheet.
// Only text is set, and what is there is shown or hidden; an empty number gives back what the page said before.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const [BRIEF, LINE] = [70, 48]; // signs
  const [ABOVE, YOURS] = ["above the ask", "[your ask]"];
  const former = new WeakMap();

  /**
   * Set the text of an element, or with no text give it back what it held before; null leaves a blank.
   * A filled blank is no blank any more.
   */
  function put(element, text) {
    if (!former.has(element)) {
      former.set(element, { nodes: [...element.childNodes], rule: element.classList.contains("g-rule"), blank: element.classList.contains("g-blank") });
    }
    const was = former.get(element);
    if (text || text === null) element.textContent = text ?? "";
    else element.replaceChildren(...was.nodes);
    element.classList.toggle("g-rule", text === null || (was.rule && !text));
    element.classList.toggle("g-blank", was.blank && !text);
    element.classList.toggle("g-filled", Boolean(text));
  }

  /** Fill everything on the page that a reader may fill. */
  guidebook.fill = (page, numbers, found, guide) => {
    const isEmpty = !Object.keys(numbers).length;
    const shown = onSheet(numbers, found, guide);
    const sheet = page.querySelector(".g-sheet");
    if (sheet) fields(sheet, shown, numbers, found);  // first: what is given back holds blanks and amounts of its own
    for (const blank of page.querySelectorAll("[data-blank]")) {
      const text = found.blanks[blank.dataset.blank] ?? "";
      put(blank, blank.closest(".g-sheet .l") ? brief(text) : text);
    }
    say(page, found, guide);
    levers(page, found.holds, isEmpty);
    for (const list of page.querySelectorAll("article > .g-ladder, .g-sheet [data-fill-list=ladder]")) ladder(list, numbers, found);
    strategy(page, shown, found, guide);
    if (!sheet) return;
    sheetLevers(sheet, found, guide);
    above(sheet, found);
    place(sheet, found, guide);
  };

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
    const own = found.other ? null : ""; // what the guide says of its own place and level is not said of another
    return {
      role: cut("role"), company: cut("company"),
      region: chosen?.region ?? cut("region"), level: (chosen?.level ?? cut("level")).replace(/^Level not stated/, ""),
      call_on: guidebook.writeDay(numbers.call_on), deadline: guidebook.writeDay(numbers.deadline),
      unit: guide && !shown("ask") ? "" : unitOf(found), // the guide's ask counts what the guide says
      ask: shown("ask") || found.blanks.opening_ask || (passed.ask ? null : own),
      target: shown("target") || found.blanks.target || (passed.target ? null : own),
      floor: shown("floor") || own,
      offer: found.reading.offer ? `${write(found.reading.offer.base)} base` : "",
      first_year: write(totals?.first), average_year: write(totals?.average),
      alternative: cut("alternative"), notes: cut("notes"),
      ask_sentence: passed.ask ? null : guide && !found.other ? "" : askSentence(found) || own,
    };
  }

  const unitOf = ({ unit, reading }) =>
    ({ first_year: "first year", average_year: "average year" })[unit] ?? (reading.fields.ask?.counts === "total" ? "total" : "");

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
  function askSentence(found) {
    const { opening_ask: ask, proof } = found.blanks;
    if (!ask) return "";
    return `I am asking for ${ask}${found.unit === "base" ? " base" : ` as a ${guidebook.unitName(found.unit)}`}${proof ? `: ${proof}` : ""}.`;
  }

  const SAID = ".g-say, .g-ifno, .g-because, .g-short, .g-sheet :is([data-fill=ask_sentence], [data-fill=say], [data-fill=if_no])";
  const ASKED = ".g-lever > summary > :nth-child(3), .g-sheet [data-fill=amount]";

  /** Scripts say the reader's ask in place of the guide's, and the band of the place that was chosen. */
  function say(page, found, guide) {
    const usual = guide?.rows?.[guide.row ?? 0];
    const own = guide?.ask ?? usual?.ask;
    const mine = found.passed.ask ? YOURS : found.unit === (guide?.unit ?? "base") ? found.blanks.opening_ask : "";
    const bands = [usual, found.row].map((row) => guidebook.readBand(row?.usual ?? row?.base));
    for (const node of [...page.querySelectorAll(SAID)].flatMap(texts)) {
      if (!former.has(node)) former.set(node, node.data);
      let text = former.get(node);
      if (own && mine) text = guidebook.withAsk(text, own, mine);
      if (bands[0] && bands[1] && found.row !== usual) text = guidebook.withBand(text, bands[0], bands[1]);
      if (node.data !== text) node.data = text;
    }
    if (!own) return;
    for (const place of page.querySelectorAll(ASKED)) {
      if (saidFirst(place).trim() === `${own} base`) put(place, mine && `${mine} base`);
    }
  }

  function texts(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("[data-blank], button, output")) found.push(walker.currentNode);
    return found;
  }

  function levers(page, holds, isEmpty) {
    const needs = (element) => element.querySelector(".g-needs")?.classList[1] ?? "none";
    for (const lever of page.querySelectorAll(".g-lever")) lever.hidden = !isEmpty && !holds.has(needs(lever));
    for (const part of page.querySelectorAll("[data-needs]")) part.hidden = !isEmpty && !holds.has(part.dataset.needs);
  }

  /** Levers of the page: {title, id, needs, is} in order; `is` tells whether the reader holds what it needs. */
  guidebook.leversOf = (page, holds) =>
    [...page.querySelectorAll(".g-lever")].map((lever) => {
      const needs = lever.querySelector(".g-needs");
      return { id: lever.id, title: lever.querySelector("summary > b:nth-child(2)").textContent, needs: needs.textContent,
        is: holds.has(needs.classList[1] ?? "none") };
    });

  const amountOf = (item) => item.querySelector("[data-fill=amount]");

  /** What stood in the place before anything was filled in. */
  const saidFirst = (place) => (former.get(place)?.nodes ?? [...(place?.childNodes ?? [])]).map((node) => node.textContent).join("");

  // Never more lines than the sheet was made for: one that needs what the reader holds takes the place of the last
  // that needs nothing.
  function sheetLevers(sheet, { holds, other, passed }, guide) {
    for (const list of sheet.querySelectorAll("[data-fill-list=levers]")) {
      for (const item of list.children) item.dataset.own ??= saidFirst(amountOf(item));
      list.dataset.most ??= [...list.children].filter((item) => !item.dataset.requires).length;
      const items = [...list.children].filter((item) => (!other || isFor(item, other, guide)) && !passed.has(saidFirst(amountOf(item))));
      for (const item of list.children) item.hidden = true;
      const special = items.filter((item) => item.dataset.requires && holds.has(item.dataset.requires));
      const plain = items.filter((item) => !item.dataset.requires);
      const most = Number(list.dataset.most);
      const shown = new Set([...special.slice(0, most), ...plain.slice(0, Math.max(most - special.length, 0))]);
      for (const item of items) item.hidden = !shown.has(item);
      list.previousElementSibling.hidden = list.children.length > 0 && !shown.size;
    }
    for (const part of sheet.querySelectorAll("[data-requires]:not(li)")) part.hidden = !holds.has(part.dataset.requires);
  }

  /** A lever that asks for more than the sheet's ask says so. What counts something else is not held against it. */
  function above(sheet, found) {
    const typed = found.reading.fields.ask;
    const isTyped = typed && !typed.word;
    const ask = isTyped ? (typed.counts || found.unit) === "base" && typed : guidebook.readMoney(found.other?.ask);
    for (const amount of sheet.querySelectorAll(".l [data-fill=amount]")) {
      const { dataset } = amount;
      dataset.was ??= dataset.above ?? "";
      const base = guidebook.readBand(/^\S.*? base\b/.exec(amount.textContent)?.[0]);
      const isAbove = ask && base && base.currency === ask.currency && base.low > ask.units;
      const words = isTyped || found.other ? isAbove && (dataset.was || ABOVE) : dataset.was;
      if (words) dataset.above = words;
      else delete dataset.above;
    }
  }

  /** The three numbers under "Negotiate up", and the place that they are for. */
  function strategy(page, shown, found, guide) {
    const { other } = found;
    const three = page.querySelector("article > .g-three");
    if (!three) return;
    const [ask, target] = three.querySelectorAll("dd");
    put(ask, shown.ask ?? "yours to set");
    put(target, shown.target ?? "yours to set");
    const mine = found.reading.fields.ask;
    if (!shown.target && found.passed.has(target.firstChild?.textContent)) put(target, "yours to set");
    if (mine && !shown.target && !fits(target.firstChild?.textContent, mine, found)) put(target, "yours to set");
    const usual = guide?.rows?.[guide.row ?? 0];
    const words = other && `For ${guidebook.placeName(other)}. What the scripts below say of this job is for ${guidebook.placeName(usual)}.`;
    if (three.previousElementSibling?.matches(".g-note")) put(three.previousElementSibling, words ?? "");
  }

  /** True where a lever holds for another row, too: it asks for no amount, or for the top of whatever row there is. */
  function isFor(item, other, guide) {
    const usual = guide.rows[guide.row ?? 0];
    return !/\d/.test(item.dataset.own) || Boolean(!guide.ask && other.ask && item.dataset.own === `${usual.ask} base`);
  }

  /** Another place has other laws, and its band comes first. */
  function place(sheet, { other }, guide) {
    const usual = guide?.rows?.[guide.row ?? 0];
    for (const part of sheet.querySelectorAll("[data-of=region]")) part.hidden = Boolean(other) && other.region !== usual.region;
    for (const part of sheet.querySelectorAll("[data-of=row]")) part.hidden = Boolean(other);
    const lines = [...sheet.querySelectorAll(".r")];
    if (!lines.length) return;
    if (!former.has(sheet)) former.set(sheet, lines.map(bandOf));
    const [own, ...rest] = former.get(sheet);
    const listed = other && rest.find(({ label }) => label.trim().toLowerCase() === guidebook.placeName(other).toLowerCase());
    const bands = listed ? [listed, own, ...rest.filter((band) => band !== listed)] : [other ? bandOfRow(other, own) : own, ...rest];
    lines.forEach((line, at) => draw(line, bands[at]));
  }

  const barOf = ({ nextElementSibling: next }) => (next?.matches("svg") ? next : null);

  /** A band of the sheet as its line has it; `rect` is what its bar is drawn by, and nothing where it has none. */
  function bandOf(line) {
    const [detail, amount] = [...line.children].map((part) => part.textContent);
    return { label: line.firstChild.data, detail, amount, rect: drawnBy(barOf(line)?.querySelector("rect")) };
  }

  const drawnBy = (rect) => rect && Object.fromEntries(["class", "x", "width"].map((name) => [name, rect.getAttribute(name)]));

  /** The band of a row that the sheet does not list, its bar as in the table above, which has the same scale. */
  function bandOfRow(row, own) {
    const [detail, amount] = [`${row.basis}${row.unconfirmed ? ", not confirmed" : ""}`, row.base ?? "not disclosed"];
    const bar = [...document.querySelectorAll(".g-pay .g-bar")].find((one) => one.getAttribute("aria-label") === amount);
    const isOnScale = guidebook.readBand(amount)?.currency === guidebook.readBand(own.amount)?.currency;
    const rect = isOnScale ? drawnBy(bar?.querySelector("rect")) : null;
    const [label, room] = [guidebook.placeName(row), LINE - detail.length - amount.length];
    return { label: `${label.length > room ? `${label.slice(0, room - 1)}\u2026` : label} `, detail, amount, rect: rect && { ...rect, class: row.basis } };
  }

  function draw(line, { label, detail, amount, rect }) {
    line.firstChild.data = label;
    [line.children[0].textContent, line.children[1].textContent] = [detail, amount];
    const bar = barOf(line);
    bar?.toggleAttribute("hidden", !rect);
    for (const [name, value] of Object.entries(rect ?? {})) bar?.firstElementChild.setAttribute(name, value);
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
      put(step, isOwn ? null : guidebook.cut("step", steps[at]?.step));
      put(trade, guidebook.cut("trade", steps[at]?.trade));
    });
  }

  const own = (list) => [...list.children].filter((item) => !("added" in item.dataset));
})();
