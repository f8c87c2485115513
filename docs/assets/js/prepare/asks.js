// Say the reader's own number where a script asks for the guide's. Only where it is asked for: a sentence that also
// speaks of the employer's range or scale would become untrue, so its amounts stay.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const ASKS = /(?:\bask(?:ing)? for|\blike(?: to be at)?|\bnumber is|\bmyself at|\bplace me at|\bcome in at|\bfor that)\s+(?:a base of\s+)?$/i;
  const NAMES = /(?:\bWith|\bAt|\bMeet me at|\bhere at|\byou at|\byours at|\bbase of|\bneed|\bcan do|\bcan offer|\bMake it|\bworth|\breach|\bbase is|\bbase can be|\bif base can be|\bcan say|\broom for|\bFor|\bin the base:|\bbase cannot reach)\s+(?:a base of\s+)?$/i;
  const OF_THEIRS = /\b(?:ranges?|band|tops?|end|inside|within|points?|steps?|post(?:s|ed|ings?)?|publish(?:ed)?|scale|grade|tables?|market|office|level L?\d)\b/i;
  const OF_MINE = /\bI(?:'|\u2019)?d? (?:would |am |could |will )?(?:also |still )?(?:like|ask(?:ing)?|accept|say yes|need|want|open|start|take|sign)\b|\b(?:my|me)\b/i;
  const OF_A_PART = /^\s*\+?\s*(?:(?:more|extra|a year|in|of|as|an?|the)\s+)*(?:sign|equity|bonus|profit|stock|shares?|grant|RSU|units|options?|reloc|sever|learn|budget|total|first[- ]year)/i;
  const AMOUNT = /(?<![\w$\u00a3\u20ac\u20b9.,])(?:[A-Z]{0,2}[$\u00a3\u20ac\u20b9]|[A-Z]{3}\s)\d(?:[\d,.]*\d)?(?:[KML]\b)?(?![\w+]|[.,]\d)/g;

  /** The sentences of a text, each with the space behind it. */
  const sentences = (text) => text.match(/[^.?!]*(?:[.?!](?=\d)[^.?!]*)*(?:[.?!]+\s*|$)/g).filter(Boolean);

  const escaped = (amount) => amount.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s/g, "\\s");

  /**
   * `text` with the guide's ask, `own`, where it is asked for, as `mine`: {text, isStuck}. It is stuck where it goes on
   * asking for `own`: in words that are true of that number alone, such as "the top of your range".
   */
  guidebook.askedFor = (text, own, mine) => {
    const { currency, units } = guidebook.readMoney(own);
    const isOwn = (shown) => {
      const read = guidebook.readMoney(shown, currency);
      return read.currency === currency && read.units === units;
    };
    let isStuck = false;
    const said = sentences(text).map((sentence) => {
      let [left, changed] = [0, 0];
      const put = sentence.replace(AMOUNT, (found, at) => {
        if (!isOwn(found)) return found;
        const [before, after] = [sentence.slice(0, at), sentence.slice(at + found.length)];
        const isAsked = ASKS.test(before) && !OF_THEIRS.test(after);
        const isNamed = NAMES.test(before) && !OF_THEIRS.test(sentence);
        if (isAsked || isNamed) changed += 1;
        else left += 1;
        return isAsked || isNamed ? mine : found;
      });
      isStuck ||= left > 0 && !changed && OF_MINE.test(sentence);
      return put;
    });
    return { text: said.join(""), isStuck };
  };

  /**
   * `text`, an answer to a no, without the sentences that ask for an amount that `isLow` says nobody should: at a lower
   * level the reader's own number is not to be had. Where nothing else is said, or a sentence goes on elsewhere, `mine`
   * stands for the amount.
   */
  guidebook.withoutLow = (text, mine, isLow) => {
    const all = sentences(text);
    const higher = (sentence) => sentence.replace(AMOUNT, (found, at) =>
      ASKS.test(sentence.slice(0, at)) && isOfBase(sentence.slice(at + found.length)) && isLow(found) ? mine : found);
    const kept = all.filter((sentence) => higher(sentence) === sentence || !/[.?!]\s*$/.test(sentence));
    return (kept.some((sentence) => /\w/.test(sentence)) ? kept : all).map(higher).join("");
  };

  /** True for what follows an amount that is asked for as base: no other part of pay, and nothing of theirs. */
  const isOfBase = (after) => !OF_THEIRS.test(after) && !OF_A_PART.test(after);

  /** The amounts of a text as they are written. */
  guidebook.amountsIn = (text) => text.match(AMOUNT) ?? [];

  /** `text` with one band, `low to high`, as another. */
  guidebook.withBand = (text, own, other) => {
    const words = ({ currency, low, high }) => [low, high].map((units) => guidebook.writeMoney(currency, units));
    const [low, high] = words(own);
    return text.replace(new RegExp(`${escaped(low)}\\sto\\s${escaped(high)}(?![\\w]|[.,]\\d)`, "g"), words(other).join(" to "));
  };
})();
