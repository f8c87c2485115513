// Which levers are for this reader, and which base each asks for: its own, the reader's, or none that would help them.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  /** What stands where the reader's ask would, and is not known. */
  guidebook.YOURS = "[your ask]";

  const TOO_LOW = { held: "it asks for no more than you hold", floor: "it asks for less than your floor", target: "it asks for less than your target" };

  const IN_RANGE = /\b(?:in|inside|within)\b[^.?!]*\b(?:range|band|scale)\b|\b(?:your|the) scale\b/i;

  /**
   * What a lever that asks for the base `own` in the words of `texts` asks this reader for: {price, low}. The guide's ask
   * makes way for the reader's, and so does a price that is too low for them, unless the words are true of `own` alone;
   * then `low` says why they should not ask for it.
   */
  guidebook.priceFor = (own, texts, found, guide) => {
    const { currency, units } = guidebook.readMoney(own);
    const low = guidebook.tooLow(currency, units, found);
    const isAsk = (guide?.unit ?? "base") === "base" && own === asked(guide);
    const price = isAsk || low ? guidebook.baseAsked(found, guide) : "";
    if (!price || price === own) return { price: own, low };
    if (isOutside(price, found.row) && texts.some((text) => IN_RANGE.test(text))) return { price: own, low };
    if (texts.some((text) => guidebook.askedFor(text, own, price).isStuck)) return { price: own, low };
    return { price, low: "" };
  };

  /** True where a price lies outside the band of the row: a script may not say that it lies in their range. */
  function isOutside(price, row) {
    const [read, band] = [guidebook.readMoney(price), guidebook.readBand(row?.base)];
    if (!read || read.word || band?.currency !== read.currency) return false;
    return read.units < band.low || (read.units > band.high && !band.open);
  }

  /**
   * What stands in the place of the guide's ask in its own scripts: the reader's, or "" where the guide's stays. Null
   * where the reader's ask counts something else.
   */
  guidebook.askInstead = (found, guide) => {
    const { fields } = found.reading;
    if (fields.ask?.word) return guidebook.YOURS;
    if (fields.ask) return found.unit === (guide?.unit ?? "base") ? found.blanks.opening_ask : null;
    if (found.passed.ask) return guidebook.YOURS;
    return found.blanks.opening_ask;
  };

  /** The ask that a guide's scripts name. */
  const asked = (guide) => guide?.ask ?? guide?.rows?.[guide.row ?? 0]?.ask;
  guidebook.guideAsk = asked;

  /** The base that this reader asks for: theirs, else the guide's; "" where their ask counts something else. */
  guidebook.baseAsked = (found, guide) => {
    const instead = guidebook.askInstead(found, guide);
    if (instead === "") return (guide?.unit ?? "base") === "base" ? asked(guide) ?? "" : "";
    return found.unit === "base" ? instead ?? "" : "";
  };

  /** Why a reader should not ask for a base: they hold as much, or would not accept it; "" where they may. */
  guidebook.tooLow = (currency, units, { reading: { fields, offer }, unit }, names = ["floor", "target"]) => {
    if (offer && offer.currency === currency && units <= offer.base) return TOO_LOW.held;
    return TOO_LOW[names.find((name) => {
      const read = fields[name];
      const isBase = read && !read.word && (read.counts || unit) === "base";
      return isBase && read.currency === currency && units < read.units;
    })] ?? "";
  };
})();
