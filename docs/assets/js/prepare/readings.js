// Read every field of the form: what it holds, and a plain word where it cannot be used or was read in some way.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const MONEY = ["ask", "target", "floor", "current_pay"];
  const OFFER_MONEY = ["base", "sign_on", "sign_on_2", "grant"];
  const OFFER_PARTS = ["bonus", "profit"];
  const SMALL = 1_000;
  const ON_SHEET = { alternative: 150, notes: 300, proof: 160, left_behind: 120, trade: 90 };

  /** Whole years from 1 to 10, null, or {word}. */
  function readYears(typed) {
    const text = String(typed ?? "").normalize("NFKC").trim();
    if (!text) return null;
    const found = /^(\d{1,2})( ?(?:years?|yrs?))?$/i.exec(text);
    const years = found ? Number(found[1]) : 0;
    return years >= 1 && years <= 10 ? years : { word: "Write whole years from 1 to 10." };
  }

  function yearly(read) {
    if (!read || read.word || read.counts !== "month") return read;
    return { word: `That is ${guidebook.writeMoney(read.currency, read.units * 12)} a year. Write the amount for a year.` };
  }

  // How an amount was read, where that is not how it was typed.
  function noteOf(name, read, typed) {
    if (!read?.currency) return "";
    const shown = guidebook.writeMoney(read.currency, read.units);
    const share = /bonus|profit/.test(name) && read.units <= 100 ? ` ${read.units}% or` : "";
    if (read.units > 0 && read.units < SMALL) return `Read as ${shown}. Did you mean${share} ${shown}K?`;
    return shown === typed.trim() ? "" : `Read as ${shown}.`;
  }

  /** Read the offer whose fields begin with `prefix`: {parts, fields, offer}; offer is null without a base. */
  guidebook.readOffer = (numbers, prefix, currency) => {
    const fields = {};
    const typed = (name) => numbers[prefix + name] ?? "";
    for (const name of OFFER_MONEY) fields[name] = yearly(guidebook.readMoney(typed(name), currency));
    for (const name of OFFER_PARTS) fields[name] = typed(name).trim() ? yearly(guidebook.readPart(typed(name), currency)) : null;
    const own = fields.base && !fields.base.word ? fields.base.currency : null;
    for (const name of [...OFFER_MONEY, ...OFFER_PARTS]) {
      const other = fields[name]?.currency;
      if (own && other && other !== own) fields[name] = { word: `This is in ${other} and the base in ${own}, so it is left out.` };
    }
    const perYear = typed("per") === "year";
    fields.years = perYear ? null : readYears(typed("years"));
    const years = typeof fields.years === "number" ? fields.years : null;
    fields.vesting = perYear ? null : guidebook.readVesting(typed("vesting"), years);
    const hasShape = typed("vesting").trim() || typed("years").trim() || typed("kind");
    if (!fields.grant && hasShape && typed("kind") !== "none") fields.grant = { word: "No amount yet, so the equity is left out. Ask for it in writing." };
    return { fields, offer: offerOf(fields, typed, years) };
  };

  function offerOf(fields, typed, years) {
    if (!fields.base || fields.base.word) return null;
    const usable = (name) => (fields[name] && !fields[name].word ? fields[name] : null);
    const isShaped = !fields.vesting?.word && !fields.years?.word;
    return {
      currency: fields.base.currency, base: fields.base.units, bonus: usable("bonus"), profit: usable("profit"),
      signOn: [usable("sign_on")?.units ?? 0, usable("sign_on_2")?.units ?? 0],
      grant: isShaped ? usable("grant")?.units ?? 0 : 0, kind: typed("kind"), per: typed("per") || "grant",
      years: years ?? undefined, parts: fields.vesting?.parts,
    };
  }

  /** Every field with its reading: {fields: {name: reading}, words: {name: plain word}, isWrong: {name}, offer, rival}. */
  guidebook.readAll = (numbers, currency, today) => {
    const fields = {};
    for (const name of MONEY) fields[name] = yearly(guidebook.readMoney(numbers[name], currency));
    const own = guidebook.readOffer(numbers, "", currency);
    const rival = guidebook.readOffer(numbers, "rival_", currency);
    Object.assign(fields, own.fields);
    for (const [name, read] of Object.entries(rival.fields)) fields[`rival_${name}`] = read;
    const words = {};
    const wrong = new Set();
    for (const [name, read] of Object.entries(fields)) {
      words[name] = read?.word ?? (typeof read === "object" ? noteOf(name, read, numbers[name] ?? "") : "");
      if (read?.word) wrong.add(name);
    }
    for (const name of ["call_on", "deadline", "date"]) if (numbers[name] && numbers[name] < today) words[name] = "This day is over.";
    for (const [name, most] of Object.entries(ON_SHEET)) {
      if ((numbers[name] ?? "").length > most) words[name] = `All of it is kept here. The first ${most} characters are used.`;
    }
    return { fields, words, wrong, offer: own.offer, rival: rival.offer };
  };

  /** A long text cut at a word, so that the sheet stays one page. */
  guidebook.cut = (name, text) => {
    const most = ON_SHEET[name] ?? 60;
    const line = String(text ?? "").replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/[\s\p{Cc}]+/gu, " ").trim();
    if (line.length <= most) return line;
    return `${line.slice(0, most).replace(/\s+\S{0,20}$/, "")}\u2026`;
  };
})();
