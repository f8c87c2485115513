// The arithmetic of an offer: years one by one, first-year and average-year totals, with the rule in words.
// All of it in whole units. A percentage is a fraction; each part is rounded to the nearest unit (half goes up).
// The years of a grant are rounded so that together they are the grant.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  /** Equity that is worth nothing until something else happens; it stands apart from cash. */
  guidebook.ON_PAPER = ["double-trigger-rsu", "options", "profit-units", "phantom"];
  const YEARS = 4;

  /** `5/15/40/40` as fractions of 100: {parts: [[n, d], ...]}, null where nothing is typed, or {word}. */
  guidebook.readVesting = (typed, years) => {
    const text = String(typed ?? "").normalize("NFKC").replace(/%/g, "").trim();
    if (!text) return null;
    const ends = text.split(/ ?[/,;+\-\u2013] ?| /).filter(Boolean);
    if (ends.length > 10 || !ends.every((end) => /^\d{1,3}(\.\d{1,6})?$/.test(end))) {
      return { word: "Write the share of each year in percent, like 25/25/25/25." };
    }
    const parts = ends.map((end) => guidebook.readPercent(`${end}%`).percent);
    const sum = parts.reduce((total, [number, over]) => total + (number * 10n ** 8n) / over, 0n);
    if (sum !== 10n ** 8n) return { word: `These add up to ${trimmed(sum)}, not to 100. The grant is left out until they do.` };
    if (years && years !== parts.length) return { word: `There are ${parts.length} shares for ${years} years. The grant is left out until they match.` };
    return { parts };
  };

  function trimmed(hundredMillionths) {
    return String(Number(hundredMillionths) / 1e6);
  }

  /** A part as units: an amount as it is, a percentage of base to the nearest unit. */
  guidebook.partOf = (part, base) => {
    if (!part || part.word) return 0;
    if (!part.percent) return part.units;
    return Number(rounded(BigInt(base) * part.percent[0], part.percent[1]));
  };

  function rounded(number, over) {
    return (2n * number + over) / (2n * over);
  }

  /** What vests in each year of a grant; after its last year, nothing. The years add up to the grant. */
  guidebook.vested = (grant, parts) => {
    let share = [0n, 1n];
    let before = 0n;
    return parts.map(([number, over]) => {
      share = [share[0] * over + number * share[1], share[1] * over];
      const until = rounded(BigInt(grant) * share[0], share[1]);
      const year = Number(until - before);
      before = until;
      return year;
    });
  };

  /** Equal shares over `years`. */
  guidebook.even = (years) => Array.from({ length: years }, () => [1n, BigInt(years)]);

  /**
   * Work out an offer: {base, bonus, signOn: [first, second], profit, grant, per, years, parts, kind}, in units of one
   * currency; bonus and profit may be percentages. Gives four years, both totals, and what was left out.
   */
  guidebook.workOut = (offer) => {
    const base = offer.base ?? 0;
    const bonus = guidebook.partOf(offer.bonus, base);
    const profit = guidebook.partOf(offer.profit, base);
    const isPaper = guidebook.ON_PAPER.includes(offer.kind);
    const equity = offer.grant ? equityYears(offer) : [0, 0, 0, 0];
    const usual = offer.grant ? usualYear(offer) : 0;
    const years = Array.from({ length: YEARS }, (_, year) => {
      const signOn = offer.signOn?.[year] ?? 0;
      const vests = equity[year] ?? 0;
      const [liquid, paper] = isPaper ? [0, vests] : [vests, 0];
      return { base, bonus, profit, signOn, equity: liquid, paper, total: base + bonus + profit + signOn + liquid };
    });
    return {
      years,
      first: years[0].total,
      average: base + bonus + profit + (isPaper ? 0 : usual),
      four: years.reduce((sum, year) => sum + year.total, 0),
      paper: isPaper && offer.grant ? { first: years[0].paper, average: usual, four: years.reduce((sum, year) => sum + year.paper, 0) } : null,
    };
  };

  function equityYears({ grant, per, parts, years }) {
    if (per === "year") return Array(YEARS).fill(grant);
    return guidebook.vested(grant, parts ?? guidebook.even(years || YEARS));
  }

  function usualYear({ grant, per, parts, years }) {
    if (per === "year") return grant;
    return Number(rounded(BigInt(grant), BigInt(parts?.length ?? (years || YEARS))));
  }

  /** Where a number lies in a band: below, inside with percent of the way up, or above by percent. */
  guidebook.placeInBand = (units, { low, high }) => {
    if (units < low) return { where: "below", percent: Math.floor(((low - units) * 100) / low) };
    if (units > high) return { where: "above", percent: Math.floor(((units - high) * 100) / high) };
    return { where: "inside", percent: high === low ? 100 : Math.floor(((units - low) * 100) / (high - low)) };
  };

  /**
   * Steps from the ask to the floor, each smaller than the one before: half, a third and a sixth of the way.
   * A target that leaves smaller steps behind it is a step itself. Numbers are rounded up to the currency's step,
   * so that rounding never gives anything away. Fewer where they would be the same.
   */
  guidebook.ladder = (ask, target, floor, step) => {
    if (!(ask > floor)) return ask === floor ? [ask] : [];
    const gap = ask - floor;
    const fits = target !== null && target < ask && target > floor && 5 * (ask - target) >= 2 * gap;
    const second = fits ? target : up(ask - gap / 2, step);
    const third = up(second - ((second - floor) * 2) / 3, step);
    return [...new Set([ask, second, third, floor])].filter((units) => units <= ask && units >= floor);
  };

  function up(units, step) {
    return Math.ceil(units / step) * step;
  }
})();
