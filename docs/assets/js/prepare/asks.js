// Say the reader's own number where a script asks for the guide's. Only where it is asked for: a sentence that also
// speaks of the employer's range or scale would become untrue, so its amounts stay.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const ASKS = /(?:\bask(?:ing)? for|\blike(?: to be at)?|\bnumber is|\bmyself at|\bplace me at|\bcome in at|\bfor that)\s+(?:a base of\s+)?$/i;
  const NAMES = /(?:\bWith|\bAt|\bMeet me at|\bhere at|\byou at|\byours at|\bbase of|\bneed|\bcan do|\breach|\bbase is|\bbase can be|\bif base can be|\bcan say|\broom for|\bFor|\bin the base:|\bbase cannot reach)\s+(?:a base of\s+)?$/i;
  const OF_THEIRS = /\b(?:ranges?|band|tops?|end|inside|within|points?|steps?|post(?:s|ed|ings?)?|publish(?:ed)?|scale|grade|tables?|market|office|level L?\d)\b/i;

  /** The sentences of a text, each with the space behind it. */
  const sentences = (text) => text.match(/[^.?!]*(?:[.?!](?=\d)[^.?!]*)*(?:[.?!]+\s*|$)/g).filter(Boolean);

  const escaped = (amount) => amount.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s/g, "\\s");

  /** `text` with the guide's ask, `own`, where it is asked for, as `mine`. */
  guidebook.withAsk = (text, own, mine) => {
    const amount = new RegExp(`(?<![\\w$\u00a3\u20ac\u20b9.,])${escaped(own)}(?![\\w+]|[.,]\\d)`, "g");
    return sentences(text).map((sentence) => sentence.replace(amount, (found, at) => {
      const [before, after] = [sentence.slice(0, at), sentence.slice(at + found.length)];
      const isAsked = ASKS.test(before) && !OF_THEIRS.test(after);
      const isNamed = NAMES.test(before) && !OF_THEIRS.test(sentence);
      return isAsked || isNamed ? mine : found;
    })).join("");
  };

  /** `text` with one band, `low to high`, as another. */
  guidebook.withBand = (text, own, other) => {
    const words = ({ currency, low, high }) => [low, high].map((units) => guidebook.writeMoney(currency, units));
    const [low, high] = words(own);
    return text.replace(new RegExp(`${escaped(low)}\\sto\\s${escaped(high)}(?![\\w]|[.,]\\d)`, "g"), words(other).join(" to "));
  };
})();
