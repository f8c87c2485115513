// Offers to set side by side: a row of a guide, which holds ranges, or what the reader entered, which holds numbers.
// Both become {low, high}, two offers of the same form; the arithmetic is that of Prepare.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  /** The ends of a range as the pages write it: money or percent, `10-15%`; null where it is a word. */
  function ends(shown) {
    if (!shown) return null;
    if (!shown.endsWith("%")) {
      const band = guidebook.readBand(shown);
      return band && { low: { units: band.low }, high: { units: band.high }, currency: band.currency, open: band.open };
    }
    const [low, high = low] = shown.slice(0, -1).split("\u2013");
    return { low: guidebook.readPercent(`${low}%`), high: guidebook.readPercent(`${high}%`) };
  }

  /** A row of a guide's pay as an offer, or null where its base is no amount. */
  guidebook.offerOfRow = (row) => {
    const base = ends(row.base);
    if (!base) return null;
    const same = (part) => (part && (!part.currency || part.currency === base.currency) ? part : null);
    const [bonus, signOn, equity] = [row.bonus, row.sign_on, row.equity].map((shown) => same(ends(shown)));
    const isShare = row.kind === "profit-share";
    const shape = /\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?)+/.exec(row.vesting ?? "");
    const parts = shape ? guidebook.readVesting(shape[0], row.years)?.parts : undefined;
    const side = (end) => ({
      currency: base.currency, base: base[end].units, bonus: bonus?.[end], signOn: [signOn?.[end].units ?? 0, 0],
      profit: isShare ? equity?.[end] : null, grant: isShare ? 0 : equity?.[end]?.units ?? 0,
      kind: row.kind, per: row.per, years: row.years, parts,
    });
    return { currency: base.currency, low: side("low"), high: side("high"), open: [base, bonus, equity].some((part) => part?.open),
      openParts: { base: base.open, bonus: bonus?.open, signOn: signOn?.open, equity: equity?.open, profit: equity?.open },
      known: { bonus: Boolean(bonus), signOn: Boolean(signOn), equity: Boolean(equity) && !isShare, profit: isShare && Boolean(equity) } };
  };

  /** The reader's own offer of those whose fields begin with `prefix`, or null. */
  guidebook.offerOfReader = (numbers, prefix, currency) => {
    const { offer } = guidebook.readOffer(numbers, prefix, numbers.currency || currency);
    if (!offer) return null;
    const known = { bonus: Boolean(offer.bonus), signOn: offer.signOn.some(Boolean), equity: Boolean(offer.grant), profit: Boolean(offer.profit) };
    return { currency: offer.currency, low: offer, high: offer, open: false, known };
  };

  /** What the lines of the table say of an offer: for each line the two ends, or a word. */
  guidebook.lines = (offer) => {
    const [low, high] = [offer.low, offer.high].map(guidebook.workOut);
    const range = (pick, open = false) => ({ currency: offer.currency, low: pick(low), high: pick(high), open });
    const isNamed = !["", "none"].includes(offer.low.kind ?? ""); // a kind of equity, whose amount nobody knows yet
    const missing = (name) => (offer.openParts ? "not disclosed" : name === "equity" && isNamed ? "not known" : "none");
    const part = (name, pick) => (offer.known[name] ? range(pick, offer.openParts?.[name]) : missing(name));
    const first = (sums) => sums.years.reduce((sum, year) => sum + year.signOn, 0);
    const paper = low.paper || high.paper;
    const lines = {
      base: range((sums) => sums.years[0].base, offer.openParts?.base), bonus: part("bonus", (sums) => sums.years[0].bonus),
      signOn: part("signOn", first), equity: paper ? "see below" : part("equity", (sums) => sums.years.reduce((sum, year) => sum + year.equity, 0)),
      profit: part("profit", (sums) => sums.years[0].profit),
      four: range((sums) => sums.four, offer.open), average: range((sums) => sums.average, offer.open),
      paper: paper ? range((sums) => sums.paper.four) : "none",
    };
    for (let year = 0; year < 4; year += 1) lines[`year${year}`] = range((sums) => sums.years[year].total, offer.open);
    return lines;
  };
})();
