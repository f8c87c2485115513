// From what was typed to all that is shown: totals with their rule, the place in the band, the ladder, the blanks.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const OFFERS = ["written_offer", "verbal_offer"];
  const write = (currency, units) => guidebook.writeMoney(currency, units);

  /** A day as the pages write it: 23 Nov 2026; empty where it is none. */
  guidebook.writeDay = (day) => {
    const made = new Date(`${day}T12:00:00Z`);
    if (!/^\d{4}-\d\d-\d\d$/.test(day ?? "") || Number.isNaN(made.getTime())) return "";
    return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
      .format(made).replace("Sept", "Sep");
  };

  /** Today in the reader's place, year-month-day. */
  guidebook.today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  };

  /** What the reader holds: names of `requires` that are met. */
  guidebook.holds = (numbers) => {
    const held = new Set(["none", ...guidebook.BOXES.filter((name) => numbers[name])]);
    if (numbers.deadline) held.add("deadline");
    if (held.has("written_offer")) held.add("verbal_offer");
    return held;
  };

  /** Everything that follows from the numbers; `guide` is the guide's own pay data, or null. */
  guidebook.derive = (numbers, guide, today) => {
    const row = guidebook.rowOf(numbers, guide);
    const usual = guide?.rows?.[guide.row ?? 0];
    const currency = numbers.currency || guidebook.readBand((row ?? usual)?.base)?.currency || "USD";
    const reading = guidebook.readAll(numbers, currency, today);
    const unit = numbers.unit || "base";
    const read = (name) => (reading.fields[name] && !reading.fields[name].word ? reading.fields[name] : null);
    const found = {
      row, other: row ? (row === usual ? null : row) : withoutFigures(numbers, usual), trades: guide?.trades ?? [], currency, reading, unit, holds: guidebook.holds(numbers),
      totals: reading.offer && totalsOf(reading.offer), rival: reading.rival && totalsOf(reading.rival),
      places: placesOf(reading, read("ask"), row, unit), warnings: guidebook.warnings(numbers, reading, row),
    };
    if (found.other) found.warnings.push((row ? "" : `This page has no figures for ${placeName(found.other)}. `) + elsewhere(usual));
    found.passed = passedBy(found, guide, usual);
    found.warnings.unshift(...found.passed.words);
    found.end = reading.fields.floor?.word || reading.fields.target?.word ? null : endOf(reading.fields, guide, row, unit);
    found.ladder = found.end ? ladderOf(reading, unit, found.end) : [];
    if (found.end?.is === "guide" && found.passed.has(write(found.end.currency, found.end.units))) [found.end, found.ladder] = [null, []];
    if (!reading.fields.ask && found.other?.ask && !found.passed.target) ladderOfRow(found);
    found.blanks = blanksOf(numbers, found);
    return found;
  };

  /**
   * Which numbers of the guide are too low for this reader: nobody should ask for less than they hold or would accept.
   * `has` tells it of any amount of base, `ask` and `target` of those that would stand on the sheet, `words` says it.
   */
  function passedBy({ other, unit, reading }, guide, usual) {
    const { offer, fields } = reading;
    const floor = fields.floor && !fields.floor.word && (fields.floor.counts || unit) === "base" ? fields.floor : null;
    const why = (shown) => {
      const read = unit === "base" && shown ? guidebook.readMoney(shown.replace(/ base\b.*/, "")) : null;
      if (!read || read.word || /total/.test(read.counts)) return "";
      if (offer?.currency === read.currency && read.units <= offer.base) return `not above the base that you hold, ${write(offer.currency, offer.base)}`;
      return floor?.currency === read.currency && read.units < floor.units ? `below your floor, ${write(floor.currency, floor.units)}` : "";
    };
    const has = (shown) => why(shown) !== "";
    const [ask, target] = ["ask", "target"].map((name) =>
      fields[name] || (guide?.unit ?? "base") !== "base" ? "" : other ? other[name] : guide?.[name] ?? usual?.[name]);
    const [name, shown] = has(ask) ? ["ask", ask] : ["target", target];
    const words = has(shown)
      ? [`The ${name} of this page, ${shown}, is ${why(shown)}. It stays off your sheet; ${name === "ask" ? "enter an ask of your own, or ask for something other than base" : "enter a target of your own"}.`]
      : [];
    return { has, ask: has(ask), target: has(target), words };
  }

  /** The row of the guide for the region and level that were chosen; the guide's own choice where none was. */
  guidebook.rowOf = ({ region, level }, guide) => {
    const rows = guide?.rows ?? [];
    const own = rows[guide?.row ?? 0] ?? null;
    const fitting = rows.filter((row) => (!region || row.region === region) && (!level || row.level === level));
    return fitting.includes(own) ? own : fitting[0] ?? null;
  };

  /** A place and level that were chosen and that no row has both of; null where none was chosen. */
  const withoutFigures = ({ region, level }, usual) =>
    usual && (region || level) ? { region: region || usual.region, level: level || usual.level, base: "no figures here", basis: "" } : null;

  function totalsOf(offer) {
    const sums = guidebook.workOut(offer);
    return { ...sums, currency: offer.currency, rule: ruleOf(offer) };
  }

  function ruleOf(offer) {
    const equity = equityRule(offer);
    const also = [offer.bonus && "bonus", offer.profit && "profit share"].filter(Boolean);
    const list = (parts) => parts.filter(Boolean).join(" + ");
    const isPaper = guidebook.ON_PAPER.includes(offer.kind);
    const shares = offer.grant && !isPaper;
    const first = list(["base", ...also, offer.signOn[0] && "sign-on of that year", shares && "equity of that year"]);
    const average = list(["base", ...also, shares && "one average year of equity"]);
    const rules = [`First year: ${first}.`, `Average year: ${average}${offer.signOn.some(Boolean) ? "; sign-on is paid once and not in it" : ""}.`];
    if (equity) rules.push(equity);
    if (offer.bonus?.percent || offer.profit?.percent) rules.push("A percentage is of base, rounded to a whole unit.");
    if (offer.profit) rules.push("Count profit share as nothing until it is in writing.");
    return rules.join(" ");
  }

  function equityRule(offer) {
    if (!offer.grant) return "";
    if (guidebook.ON_PAPER.includes(offer.kind)) return "Equity stands apart: it is not cash until it can be sold.";
    if (offer.per === "year") return "A grant for each year is set anew; only the first is promised.";
    if (offer.parts) return "Equity counts as it vests.";
    return `Equity in equal parts over ${offer.years ?? 4} years, as no other shape was given.`;
  }

  function placesOf(reading, ask, row, unit) {
    const base = guidebook.readBand(row?.base);
    const found = [];
    if (reading.offer && base) found.push(placed("The offered base", { currency: reading.offer.currency, units: reading.offer.base }, base, row, "base"));
    const band = guidebook.bandFor(row, unit);
    if (ask && band) found.push(placed("Your ask", ask, band, row, unit));
    return found.filter(Boolean);
  }

  // Two measures where the page has two: the band that its ask and target are made from, and all that is posted.
  function placed(what, money, band, row, unit) {
    const units = guidebook.convert(money.units, money.currency, band.currency);
    if (units === null) return null;
    const usual = guidebook.usualFor(row, unit);
    const places = [[band, usual ? "the whole range, " : ""]];
    if (usual) places.unshift([usual, row.often ? "the band posted most often, " : "the band of this page\u2019s own ask, "]);
    const words = places.map(([one, name]) => [...placeWords(units, one), `${name}${guidebook.writeBand(one)}`]);
    const said = words.map(([verb, where, name], at) => [verb === words[at - 1]?.[0] ? "" : `${verb} `, where, name].join(""));
    const also = money.currency === band.currency ? "" : `, about ${write(band.currency, units)} at the rate of ${guidebook.data.basics.day}`;
    const basis = `${row.basis}${row.unconfirmed ? ", not confirmed" : ""}`;
    return { ...guidebook.placeInBand(units, band), units, band, usual, words: `${what}, ${write(money.currency, money.units)}${also}, ${said.join(", and ")} (${basis}; ${placeName(row)}).` };
  }

  /** Where a number lies in a band, as a verb and what goes before the band. */
  function placeWords(units, band) {
    const { where, percent } = guidebook.placeInBand(units, band);
    const far = percent ? `${percent}%` : "just";
    if (where === "below") return ["is", `${far} below the low end of `];
    if (where === "above") return ["is", `${far} above the high end of `];
    if (band.low === band.high) return ["is", "exactly "];
    if (units === band.high) return ["is", "at the top of "];
    if (units === band.low) return ["is", "at the low end of "];
    return ["lies", `${percent}% of the way up `];
  }

  const placeName = ({ region, level }) => [region, levelName(level)].filter(Boolean).join(", ");
  const levelName = (level) => (level.startsWith("Level") ? "" : level.replace(/^[A-Z][a-z]/, (start) => start.toLowerCase()));

  const elsewhere = (usual) =>
    `The guide's own numbers and scripts are for ${placeName(usual)}. What they ask for there stays off your sheet.`;
  guidebook.placeName = placeName;

  /** Where the ladder ends: the reader's floor, else their target, else what the guide gives, below the ask. */
  function endOf({ ask, target, floor }, guide, row, unit) {
    if (!ask || ask.word) return null;
    if (floor ?? target) return { ...(floor ?? target), is: floor ? "floor" : "target" };
    if ((ask.counts || unit) !== (guide?.unit ?? "base")) return null;
    const given = [guide?.floor, guide?.target, row?.target].map((shown) => shown && guidebook.readMoney(shown));
    const end = given.find((read) => read && !read.word);
    return end && end.currency === ask.currency && end.units < ask.units ? { ...end, is: "guide" } : null;
  }

  function ladderOf({ fields }, unit, end) {
    const { ask, target } = fields;
    if (!guidebook.sameUnits(fields, unit)) return [];
    const steps = guidebook.ladder(ask.units, end.is !== "target" && target ? target.units : null, end.units, guidebook.stepOf(ask.currency));
    return steps.map((units) => `${write(ask.currency, units)} ${guidebook.countName(ask, unit)}`);
  }

  /** Where nothing was typed, another row of the guide has an ask and a target of its own. */
  function ladderOfRow(found) {
    const [ask, target] = [found.other.ask, found.other.target].map((shown) => guidebook.readMoney(shown));
    found.end = { ...target, is: "guide" };
    found.ladder = ladderOf({ fields: { ask } }, "base", found.end);
  }

  function blanksOf(numbers, found) {
    const shown = (name) => {
      const read = found.reading.fields[name];
      return read && !read.word ? write(read.currency, read.units) : "";
    };
    const hasRival = OFFERS.some((name) => numbers[name]);
    const { other } = found;
    const band = other && guidebook.readBand(other.usual ?? other.base);
    return {
      your_offer: offerWords(found.reading.offer, found.totals), your_number: counted(shown("ask"), found), floor: shown("floor"),
      opening_ask: shown("ask") || (found.passed.ask || found.reading.fields.ask ? "" : other?.ask ?? ""),
      target: shown("target") || (found.passed.target || !isBelowAsk(other?.target, found) ? "" : other.target),
      posted_low: band ? write(band.currency, band.low) : "", posted_high: band ? write(band.currency, band.high) : "",
      region: other?.region ?? "",
      rival_employer: hasRival ? guidebook.cut("rival_employer", numbers.rival_employer) : "",
      rival_offer: hasRival ? offerWords(found.reading.rival, found.rival) : "",
      current_pay: numbers.current_job ? shown("current_pay") : "",
      left_behind: guidebook.cut("left_behind", numbers.left_behind), proof: guidebook.cut("proof", numbers.proof).replace(/[.\s]+$/, ""),
      deadline: guidebook.writeDay(numbers.deadline), date: guidebook.writeDay(numbers.date),
      company: guidebook.cut("company", numbers.company), role: guidebook.cut("role", numbers.role),
    };
  }

  /** True for a target of another row that the reader's ask, where there is one, leaves room for. */
  function isBelowAsk(target, { unit, reading: { fields: { ask } } }) {
    const read = target ? guidebook.readMoney(target) : null;
    if (!read || !ask) return Boolean(read);
    return !ask.word && unit === "base" && read.currency === ask.currency && read.units <= ask.units;
  }

  /** An ask as a script says it beside amounts of base: with what it counts, where that is not base. */
  function counted(ask, { unit, reading: { fields } }) {
    const words = { first_year: " in the first year", average_year: " in an average year" }[unit] ?? (fields.ask?.counts === "total" ? " in total" : "");
    return ask && ask + words;
  }

  /** An offer in one line: its base, and its first year where that is more. */
  function offerWords(offer, totals) {
    if (!offer) return "";
    const base = `${write(offer.currency, offer.base)} base`;
    return totals.first > offer.base ? `${base}, ${write(offer.currency, totals.first)} in the first year` : base;
  }
})();
