// What is said: scripts with the reader's ask in them, and the levers of the page and of the sheet that are for them.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const ABOVE = "above the ask";
  const SAID = ".g-say, .g-ifno, .g-because, [data-fill=say], [data-fill=if_no]";
  const former = new WeakMap();

  const usualOf = (guide) => guide?.rows?.[guide.row ?? 0];
  const isOnSheet = (item) => item.matches("li");
  const amountOf = (item) => item.querySelector(isOnSheet(item) ? "[data-fill=amount]" : "summary > :nth-child(3)");

  /** Fill the scripts of every lever, of "Negotiate up" and of the sheet: a Map of each lever to its {price, low}. */
  guidebook.say = (page, found, guide) => {
    const plans = new Map();
    for (const item of page.querySelectorAll(".g-lever, .g-sheet .l > li")) plans.set(item, lever(item, found, guide));
    openings(page, found, guide);
    for (const place of page.querySelectorAll(".g-sheet [data-fill=ask_sentence]")) sentence(place, found, guide);
    return plans;
  };

  /** A lever asks for one number: its price stands in all of its words, and beside its title. */
  function lever(item, found, guide) {
    const amount = amountOf(item);
    const nodes = [...item.querySelectorAll(SAID)].flatMap(texts);
    const own = baseOf(amount ? guidebook.saidFirst(amount) : `${guidebook.guideAsk(guide) ?? ""} base`); // one reason more for the ask
    const isHere = !found.other || isFor(own, found.other, guide);
    if (!own || !isHere) {
      for (const node of nodes) write(node, isHere ? inBand(first(node), found, guide) : first(node));
      const part = /^(\S+) base \+/.exec(amount ? guidebook.saidFirst(amount).trim() : "")?.[1]; // of a lever for several parts
      return { price: own, low: isHere ? (part ? lowOf(part, found) : "") : `it is for ${guidebook.placeName(usualOf(guide))}`, isHere };
    }
    const plan = guidebook.priceFor(own, [...nodes, ...sameOnPage(item)].map(first), found, guide);
    for (const node of nodes) write(node, (isAnswer(node) ? answering : asking)(first(node), own, plan.price, found, guide));
    if (amount) guidebook.put(amount, plan.price === own ? "" : `${plan.price} base`);
    for (const blank of item.querySelectorAll("[data-blank=your_number]")) if (found.blanks.your_number) guidebook.put(blank, plan.price);
    const isTotal = found.reading.fields.ask && guidebook.askInstead(found, guide) === null;
    if (isTotal && (item.dataset.requires ?? needOf(item)) === "written_offer") plan.low = "it would accept a base, and you ask for a total";
    return { ...plan, isHere };
  }

  /** What the page says of a lever of the sheet, whose title may be cut short: both are to ask for one number. */
  function sameOnPage(item) {
    if (!isOnSheet(item)) return [];
    const bare = (title) => title.replace(/\u2019/g, "'").replace(/\u2026$/, "");
    const title = bare(item.querySelector("[data-fill=title]").textContent);
    const same = [...document.querySelectorAll(".g-lever")].find((one) => bare(titleOf(one)).startsWith(title));
    return same ? [...same.querySelectorAll(SAID)].flatMap(texts) : [];
  }

  const titleOf = (item) => item.querySelector("summary > b:nth-child(2)").textContent;

  /** The base that a lever asks for, where that is one number and all that it asks for. */
  function baseOf(shown) {
    const own = /^(\S.*?) base$/.exec(shown.trim())?.[1] ?? "";
    const read = guidebook.readMoney(own);
    return read && !read.word ? own : "";
  }

  /** True where a lever holds for another row, too: it asks for no amount, or for the top of whatever row there is. */
  const isFor = (own, other, guide) => !own || Boolean(!guide.ask && other.ask && own === usualOf(guide).ask);

  const first = (node) => {
    if (!former.has(node)) former.set(node, node.data);
    return former.get(node);
  };

  function write(node, text) {
    if (node.data !== text) node.data = text;
  }

  function asking(said, own, price, found, guide) {
    const text = inBand(said, found, guide);
    return own && price && price !== own ? guidebook.askedFor(text, own, price).text : text;
  }

  /** The answer to a no: it asks for nothing that the reader would not take. */
  function answering(said, own, price, found, guide) {
    const text = asking(said, own, price, found, guide);
    const mine = guidebook.baseAsked(found, guide);
    return mine ? guidebook.withoutLow(text, mine, (shown) => lowOf(shown, found) !== "") : text;
  }

  const isAnswer = (node) => node.parentElement.closest(".g-ifno, [data-fill=if_no]") !== null;

  /** Why nobody should ask for a base of so much, or take it; "" where they may, or where it is none. */
  function lowOf(shown, found) {
    const read = guidebook.readMoney(shown);
    return read && !read.word ? guidebook.tooLow(read.currency, read.units, found, ["floor"]) : "";
  }

  /** The band of the place that was chosen, where a script names that of the guide's own. */
  function inBand(text, found, guide) {
    const usual = usualOf(guide);
    const [own, other] = [usual, found.row].map((row) => guidebook.readBand(row?.usual ?? row?.base));
    return own && other && found.row !== usual ? guidebook.withBand(text, own, other) : text;
  }

  function texts(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("[data-blank], button, output")) found.push(walker.currentNode);
    return found;
  }

  /** True where a script would go on asking for the guide's number, or one of another place, which is not the reader's. */
  function isStuck(text, found, guide) {
    if (found.other) {
      const { row, blanks } = found;
      const known = [row?.base, row?.usual].map(guidebook.readBand).flatMap((band) => (band ? [band.low, band.high] : []));
      const here = [...known.map((units) => guidebook.writeMoney(found.currency, units)), blanks.opening_ask, blanks.target];
      return guidebook.amountsIn(asking(text, guidebook.guideAsk(guide), blanks.opening_ask, found, guide)).some((amount) => !here.includes(amount));
    }
    const [own, instead] = [guidebook.guideAsk(guide), guidebook.askInstead(found, guide)];
    if (!own || instead === "" || instead === own) return false;
    const asked = guidebook.askedFor(text, own, instead ?? "");
    return asked.isStuck || (instead === null && asked.text !== text);
  }

  /** The scripts under "Negotiate up". One that is true of the guide's ask alone is left out, with its reason. */
  function openings(page, found, guide) {
    let isOut = false;
    for (const block of page.querySelectorAll("article > .g-say, article > .g-because, article > .g-example")) {
      const nodes = texts(block);
      if (block.matches(".g-say")) isOut = nodes.some((node) => isStuck(first(node), found, guide));
      block.toggleAttribute("data-out", isOut);
      block.hidden = isOut;
      for (const node of nodes) write(node, asking(first(node), guidebook.guideAsk(guide), guidebook.askInstead(found, guide), found, guide));
    }
  }

  /** The ask in one sentence: the guide's with the reader's number, or where that would be untrue, the number alone. */
  function sentence(place, found, guide) {
    const nodes = texts(place);
    if (!guide || found.other || place.matches(".g-filled")) return;
    if (nodes.some((node) => isStuck(first(node), found, guide))) return guidebook.put(place, guidebook.askSentence(found));
    for (const node of nodes) write(node, asking(first(node), guidebook.guideAsk(guide), guidebook.askInstead(found, guide), found, guide));
  }

  const needOf = (element) => element.querySelector(".g-needs")?.classList[1] ?? "none";

  /** On the page, levers and scripts that are not for this reader are hidden; before anything is typed, none is. */
  guidebook.showLevers = (page, plans, holds, isEmpty) => {
    for (const item of page.querySelectorAll(".g-lever")) item.hidden = !isEmpty && (!holds.has(needOf(item)) || Boolean(plans.get(item).low));
    for (const part of page.querySelectorAll("[data-needs]")) part.hidden = "out" in part.dataset || (!isEmpty && !holds.has(part.dataset.needs));
  };

  /** Levers of the page in order: {title, id, is, why}; `is` tells whether it is for the reader, `why` what it needs. */
  guidebook.leversOf = (page, plans, holds) =>
    [...page.querySelectorAll(".g-lever")].map((item) => {
      const { low } = plans.get(item);
      const isHeld = holds.has(needOf(item));
      return { id: item.id, title: titleOf(item), is: isHeld && !low,
        why: isHeld ? low : item.querySelector(".g-needs").textContent };
    });

  /** The levers that the library has for what a reader holds: behind the guide's own of that kind, before all others. */
  guidebook.addHeld = (sheet) => {
    for (const list of sheet.querySelectorAll("[data-fill-list=levers]:not([data-most])")) {
      list.dataset.most = [...list.children].filter((item) => !item.dataset.requires).length || 1;
      const made = guidebook.data.basics.held.map(heldItem);
      const plain = list.querySelector(":scope > li:not([data-requires])");
      if (plain) plain.before(...made);
      else list.append(...made);
    }
  };

  function heldItem({ requires, title, amount, say, if_no }) {
    const item = document.createElement("li");
    item.dataset.requires = requires;
    item.dataset.library = "";
    for (const [tag, fill, parts] of [["b", "title", [[title]]], ["b", "amount", [[amount]]], ["p", "say", say], ["p", "if_no", if_no]]) {
      const part = document.createElement(tag);
      part.dataset.fill = fill;
      part.append(...parts.map(([words, blank]) => (blank ? blankOf(blank) : words)));
      item.append(part);
    }
    return item;
  }

  function blankOf(name) {
    const blank = document.createElement("i");
    blank.className = "g-rule";
    blank.dataset.blank = name;
    return blank;
  }

  // Never more lines than the sheet was made for: one that needs what the reader holds takes the place of the last
  // that needs nothing.
  guidebook.showSheetLevers = (sheet, plans, { holds, blanks, reading }) => {
    const isHeld = {
      written_offer: holds.has("written_offer"), verbal_offer: holds.has("verbal_offer") && !holds.has("written_offer"),
      current_job: holds.has("current_job") && Boolean(blanks.left_behind),
    };
    for (const list of sheet.querySelectorAll("[data-fill-list=levers]")) {
      const items = [...list.children].filter((item) => {
        const { price, low, isHere } = plans.get(item);
        return isHere && !low && (price !== guidebook.YOURS || reading.fields.ask);
      });
      const held = items.filter((item) => isHeld[item.dataset.requires]);
      const special = held.filter((item) => item === held.find((one) => one.dataset.requires === item.dataset.requires));
      const plain = items.filter((item) => !item.dataset.requires);
      const most = Number(list.dataset.most);
      const shown = new Set([...special.slice(0, most), ...plain.slice(0, Math.max(most - special.length, 0))]);
      for (const item of list.children) item.hidden = !shown.has(item);
      list.previousElementSibling.hidden = list.children.length > 0 && !shown.size;
    }
    for (const part of sheet.querySelectorAll("[data-requires]:not(li)")) part.hidden = !holds.has(part.dataset.requires);
  };

  /** A lever that asks for more than the sheet's ask says so. What counts something else is not held against it. */
  guidebook.markAbove = (sheet, found) => {
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
  };
})();
