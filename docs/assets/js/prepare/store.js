// What a reader typed, kept in this browser alone: one entry a guide. Nothing here sends anything.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const KIND = "global-negotiation-guide-numbers";
  const VERSION = 1;
  const PREFIX = "guidebook.numbers.";
  const LONGEST = 10_000;
  const MOST_STEPS = 6;
  const LARGEST_FILE = 200_000;

  /** Every field that is kept: text, or true for a box that is ticked. */
  guidebook.FIELDS = ["company", "role", "region", "level", "call_on", "deadline", "currency", "unit", "ask", "target", "floor",
    "base", "bonus", "sign_on", "sign_on_2", "kind", "grant", "per", "years", "vesting", "profit",
    "rival_employer", "rival_base", "rival_bonus", "rival_sign_on", "rival_sign_on_2", "rival_kind", "rival_grant",
    "rival_per", "rival_years", "rival_vesting", "rival_profit",
    "current_pay", "left_behind", "alternative", "proof", "date", "notes"];
  guidebook.BOXES = ["written_offer", "verbal_offer", "current_job"];

  const fail = (word) => ({ word });
  const isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  // Kept here too, so that a browser that keeps nothing still works until the page is left.
  const memory = new Map();

  function storage() {
    try {
      return globalThis.localStorage;
    } catch {
      return null; // the browser refuses even to be asked
    }
  }

  /** True where the browser keeps what is written. */
  guidebook.keeps = () => {
    try {
      storage().setItem(`${PREFIX}?`, "1");
      storage().removeItem(`${PREFIX}?`);
      return true;
    } catch {
      return false;
    }
  };

  /** The numbers of one guide; empty where there are none, or where what stands there is not ours. */
  guidebook.load = (guide) => {
    let kept = null;
    try {
      kept = storage()?.getItem(PREFIX + guide);
    } catch {
      // blocked: what this page remembers is all there is
    }
    if (kept === null || kept === undefined) return structuredClone(memory.get(guide) ?? {});
    const read = guidebook.readSaved(kept);
    return read.word ? {} : read.numbers;
  };

  /** Keep the numbers of one guide; false where the browser does not keep them. An empty set leaves nothing. */
  guidebook.save = (guide, numbers) => {
    memory.set(guide, structuredClone(numbers));
    try {
      if (Object.keys(numbers).length) storage().setItem(PREFIX + guide, guidebook.writeSaved(guide, "", numbers));
      else storage().removeItem(PREFIX + guide);
      return true;
    } catch {
      return false;
    }
  };

  /** Guides that numbers are kept for. */
  guidebook.kept = () => {
    const found = new Set(memory.keys());
    try {
      for (let at = 0; at < storage().length; at += 1) {
        const key = storage().key(at);
        if (key.startsWith(PREFIX)) found.add(key.slice(PREFIX.length));
      }
    } catch {
      // blocked
    }
    return [...found].filter((guide) => Object.keys(guidebook.load(guide)).length).sort();
  };

  /** Forget the numbers of every guide. */
  guidebook.forgetAll = () => {
    memory.clear();
    try {
      const keys = Array.from({ length: storage().length }, (_, at) => storage().key(at));
      for (const key of keys) if (key.startsWith(PREFIX)) storage().removeItem(key);
    } catch {
      // blocked: there is nothing to forget
    }
  };

  /** The numbers as the text of a file. */
  guidebook.writeSaved = (guide, name, numbers) =>
    `${JSON.stringify({ kind: KIND, version: VERSION, guide, name, numbers }, null, 2)}\n`;

  /** Read such a text: {guide, name, numbers}, or {word} that says why not. Nothing but known fields comes in. */
  guidebook.readSaved = (text) => {
    if (text.length > LARGEST_FILE) return fail("This file is too large to be one that was saved here.");
    let file;
    try {
      file = JSON.parse(text);
    } catch {
      return fail("This file cannot be read. It may be cut off, or not a file that was saved here.");
    }
    if (!isPlain(file) || file.kind !== KIND) return fail("This file was not saved here.");
    if (file.version !== VERSION) return fail("This file is from another version of this site.");
    if (!isPlain(file.numbers)) return fail("This file holds no numbers.");
    const read = cleaned(file.numbers);
    if (read.word) return read;
    return { guide: textOf(file.guide), name: textOf(file.name), numbers: read.numbers };
  };

  const textOf = (value) => (typeof value === "string" ? value.slice(0, 200) : "");

  function cleaned(given) {
    const numbers = {};
    const has = (name) => Object.hasOwn(given, name);
    for (const name of guidebook.FIELDS.filter(has)) {
      if (typeof given[name] !== "string") return fail(`This file is damaged: \u201c${name}\u201d is not text.`);
      if (given[name].length > LONGEST) return fail(`This file is damaged: \u201c${name}\u201d is far too long.`);
      if (given[name]) numbers[name] = given[name];
    }
    for (const name of guidebook.BOXES.filter(has)) {
      if (typeof given[name] !== "boolean") return fail(`This file is damaged: \u201c${name}\u201d is neither true nor false.`);
      if (given[name]) numbers[name] = true;
    }
    if (has("ladder")) {
      const ladder = steps(given.ladder);
      if (!ladder) return fail("This file is damaged: the ladder is not a list of steps.");
      numbers.ladder = ladder;
    }
    return { numbers };
  }

  function steps(given) {
    const isText = (value) => typeof value === "string" && value.length <= LONGEST;
    if (!Array.isArray(given) || given.length > MOST_STEPS) return null;
    if (!given.every((step) => isPlain(step) && isText(step.step) && isText(step.trade))) return null;
    return given.map(({ step, trade }) => ({ step, trade }));
  }
})();
