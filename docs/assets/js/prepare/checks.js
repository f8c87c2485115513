// What to look at again before the call, in words. Nothing here stops anybody.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const NAMES = { ask: "ask", target: "target", floor: "floor" };
  const PARTS = { base: "base", first_year: "first-year total", average_year: "average-year total" };
  const money = ({ currency, units }) => guidebook.writeMoney(currency, units);
  const given = (fields, name) => (fields[name] && !fields[name].word ? fields[name] : null);

  /** What the three numbers count, in the words of the pages. */
  guidebook.unitName = (unit) => PARTS[unit] ?? PARTS.base;

  /** The same of one number, which may say itself that it is a total. */
  guidebook.countName = (read, unit) => ((read?.counts || unit) === "base" ? PARTS.base : unit === "base" ? "total" : guidebook.unitName(unit));

  /** What each of the three numbers counts: a currency, and base or a total. */
  function kindOf(read, unit) {
    const counts = read.counts || (unit === "base" ? "base" : "total");
    return `${read.currency} ${counts}`;
  }

  /** True where ask, target and floor, as far as they are given, count the same. */
  guidebook.sameUnits = (fields, unit) =>
    new Set(Object.keys(NAMES).map((name) => given(fields, name)).filter(Boolean).map((read) => kindOf(read, unit))).size < 2;

  /** All warnings, the most serious first. `reading` is of readAll; `row` is a row of the guide's pay table or null. */
  guidebook.warnings = (numbers, reading, row) => {
    const unit = numbers.unit || "base";
    const three = Object.keys(NAMES).map((name) => [name, given(reading.fields, name)]).filter(([, read]) => read);
    if (!guidebook.sameUnits(reading.fields, unit)) return [mixed(three, unit), ...dates(numbers)];
    return [...order(Object.fromEntries(three)), ...reached(reading, unit), ...held(numbers, reading, unit), ...far(reading.fields, row, unit), ...dates(numbers)];
  };

  function mixed(three, unit) {
    const shown = three.map(([name, read]) => `${NAMES[name]} ${money(read)} ${read.counts || (unit === "base" ? "base" : "total")}`);
    return `Your numbers count different things: ${shown.join(", ")}. Put all three in one currency, and all in base or all in total.`;
  }

  function order({ ask, target, floor }) {
    const found = [];
    if (ask && target && ask.units < target.units) {
      found.push(`Your ask, ${money(ask)}, is below your target, ${money(target)}. Open at or above what you hope for.`);
    }
    if (target && floor && target.units < floor.units) {
      found.push(`Your target, ${money(target)}, is below your floor, ${money(floor)}. You would be hoping for less than you would accept.`);
    }
    if (ask && floor && !target && ask.units < floor.units) {
      found.push(`Your ask, ${money(ask)}, is below your floor, ${money(floor)}.`);
    }
    return found;
  }

  function reached({ fields, offer }, unit) {
    const [ask, has] = [given(fields, "ask"), amountOf(offer, unit)];
    if (!ask || !has || has.currency !== ask.currency || ask.units > has.units || (ask.counts && (ask.counts === "base") !== (unit === "base"))) return [];
    return [`Your ask, ${money(ask)}, is not above the offer in hand, ${money(has)}. You already have that.`];
  }

  function held(numbers, reading, unit) {
    const floor = given(reading.fields, "floor");
    if (!floor) return [];
    const holdings = [
      ["the offer in hand", amountOf(reading.offer, unit)],
      ["your other offer", numbers.written_offer || numbers.verbal_offer ? amountOf(reading.rival, unit) : null],
      ["what you earn now", numbers.current_job ? given(reading.fields, "current_pay") : null],
    ];
    return holdings.filter(([, has]) => has && has.currency === floor.currency && floor.units < has.units)
      .map(([name, has]) => `Your floor, ${money(floor)}, is below ${name}, ${money(has)}. You already have more than that.`);
  }

  function amountOf(offer, unit) {
    if (!offer) return null;
    const sums = guidebook.workOut(offer);
    const units = { base: offer.base, first_year: sums.first, average_year: sums.average }[unit];
    return { currency: offer.currency, units };
  }

  /** The band that numbers of this unit can be held against: base, or the row's total of the same kind. */
  guidebook.bandFor = (row, unit) => {
    if (!row) return null;
    if (unit === "base") return guidebook.readBand(row.base);
    return row.total_kind === unit ? guidebook.readBand(row.total) : null;
  };

  /** The band that the page's ask and target are of, where it is not the whole range of base; null else. */
  guidebook.usualFor = (row, unit) => (row && unit === "base" && "often" in row ? guidebook.readBand(row.usual) : null);

  function far(fields, row, unit) {
    const ask = given(fields, "ask");
    const band = guidebook.bandFor(row, unit);
    if (!ask || !band) return [];
    const units = guidebook.convert(ask.units, ask.currency, band.currency);
    if (units === null) return [];
    const also = ask.currency === band.currency ? "" : ` at the rate of ${guidebook.data.basics.day}`;
    const shown = `the ${guidebook.usualFor(row, unit) ? "whole range" : "band"} on this page, ${guidebook.writeBand(band)}${also}`;
    if (!band.open && units * 100 > band.high * 125) {
      return [`Your ask, ${money(ask)}, is more than a quarter above ${shown}. Have a reason ready that they can check.`];
    }
    if (units < band.low) {
      const far = units * 100 < band.low * 75 ? "more than a quarter below" : "below the low end of";
      return [`Your ask, ${money(ask)}, is ${far} ${shown}. You may be asking for too little.`];
    }
    return [];
  }

  function dates({ call_on: call, deadline, date }) {
    const found = [];
    if (call && deadline && deadline < call) found.push("They want your answer before the day of the call. Ask for more time first.");
    if (call && deadline === call) found.push("They want your answer on the day of the call. Ask for a few days first.");
    if (deadline && date && date > deadline) found.push("The day you would answer is after the one they set. Name an earlier day, or ask for more time first.");
    return found;
  }
})();
