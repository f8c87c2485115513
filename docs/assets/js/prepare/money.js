// Money as a reader types it: read into whole units of a currency, and written as the pages write it.
// How each currency is written is data: `guidebook.data.basics`, made from macros/guidebook/money.py.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});

  const WORDS = { k: "K", thousand: "K", grand: "K", m: "M", mn: "M", million: "M", l: "L", lpa: "L", lakh: "L", lakhs: "L",
    lac: "L", lacs: "L", cr: "CR", crore: "CR", crores: "CR" };
  const SCALE = Object.keys(WORDS).sort((a, b) => b.length - a.length).join("|");
  const MARK = "[A-Za-z]{0,3} ?[$\u00a3\u20ac\u20b9\u20aa\u20a9\u00a5]|[A-Za-z]{3}(?![A-Za-z])";
  const FORM = new RegExp(`^(${MARK})? ?([0-9][0-9,.' ]*?) ?(${SCALE})?(?![A-Za-z]) ?(${MARK})?$`, "i");
  // What the number counts, said after it: "185K base", "15K a month".
  const COUNTS = [
    [/ ?(?:\/|\b(?:a|per|each|every) ?)(?:month|mo)\.?$|,? ?\bmonthly$/i, "month"],
    [/ ?(?:\/|\b(?:a|per|an|each|every) ?)(?:hour|hr|h|day|week)\.?$|,? ?\b(?:hourly|daily|weekly)$/i, "hour"],
    [/ ?(?:\/ ?|\b(?:a|per|each|every) ?)(?:year|yr|annum)\.?$|,? ?\b(?:yearly|annually|annual|p\.?a\.?)$/i, ""],
    [/,? ?\b(?:base|basic|salary)$/i, "base"],
    [/,? ?\b(?:in )?(?:total|tc|ote|all in)$/i, "total"],
  ];
  const fail = (word) => ({ word });
  const data = () => guidebook.data.basics;

  /** Read one amount: null where nothing is typed, {currency, units, counts}, or {word} that says what is wrong. */
  guidebook.readMoney = (typed, currency) => {
    let text = String(typed ?? "").normalize("NFKC").replace(/\u2019/g, "'").replace(/[\s\u200b]+/g, " ").trim();
    text = text.replace(/^rs\.? ?(?=\d)/i, "\u20b9");
    if (!text) return null;
    if (text.length > 60) return fail("That is too long for an amount. Write the number alone, like 185K.");
    let counts = "";
    for (let more = true; more; ) {
      more = false;
      for (const [pattern, kind] of COUNTS) {
        if (!pattern.test(text)) continue;
        text = text.replace(pattern, "").trim();
        counts = kind || counts;
        more = true;
      }
    }
    if (counts === "hour") return fail("Write pay for a year. Hours, days and weeks are not counted here.");
    const trouble = troubleWith(text);
    if (trouble) return fail(trouble);
    const found = FORM.exec(text);
    if (!found) return fail("This cannot be read as money. Write it like 185K, 185,000 or \u20b920L.");
    return amount(found, currency, counts);
  };

  function troubleWith(text) {
    if (/^[-\u2212\u2013] ?\S*\d|^[^\d]{0,4}[-\u2212] ?\d|^\(.*\d.*\)$/.test(text)) return "Pay cannot be less than nothing. Leave out the minus sign.";
    if (/\d ?[a-z]{0,2} ?(?:[-\u2013\u2014]|\bto\b) ?\D{0,4}\d/i.test(text)) return "Write one number, the one that you would say.";
    if (/\d ?[a-z]{0,2} ?\+$/i.test(text)) return "Write one number, without the plus sign.";
    if (/\de[+-]?\d/i.test(text)) return "Write the number in full or with K, like 185K.";
    if (/%$/.test(text)) return "A percentage does not fit here. Write an amount, like 185K.";
    const letter = text.match(/\d[\d,.]*([oOlI|])(?=[\d,.]|k?$)|\$([oOlI])\d/);
    if (letter) return `There is a letter \u201c${letter[1] ?? letter[2]}\u201d where a digit should be.`;
    return "";
  }

  function amount([, before, number, word, after], usual, counts) {
    if (before && after) return fail("There are two currencies. Keep one.");
    const currency = currencyOf(before ?? after, usual);
    if (currency.word) return currency;
    const scale = WORDS[(word ?? "").toLowerCase()] ?? "";
    if ((scale === "L" || scale === "CR") && currency !== "INR") return fail("Lakh and crore count rupees. Write \u20b9 before the number, or use K.");
    const digits = digitsOf(number, currency, scale);
    if (digits.word) return digits;
    const exact = (digits.whole * digits.over + digits.part) * BigInt(data().scales[scale]);
    if (exact % digits.over) return fail("Whole units only. Leave out what is behind the point.");
    const whole = exact / digits.over;
    if (whole > BigInt(data().largest)) return fail("That is more than anyone is paid. Count the zeros.");
    return { currency, units: Number(whole), counts };
  }

  function currencyOf(mark, usual) {
    const sign = (mark ?? "").replace(/ /g, "").toUpperCase();
    if (!sign) return usual || fail("Say which currency: write $, \u00a3, \u20ac, \u20b9 or a code such as CHF before the number.");
    if (data().signs[sign]) return data().signs[sign] === "USD" && sign === "$" ? dollars(usual) : data().signs[sign];
    if (data().codes.includes(sign)) return sign;
    if (sign.includes("\u00a5")) return fail("\u00a5 stands for two currencies. Write JPY or CNY.");
    return fail(`\u201c${mark.trim()}\u201d is not a currency known here. Use a sign such as $, \u00a3, \u20ac or a code such as CHF.`);
  }

  // A bare dollar sign is that of the place, where the place counts in dollars.
  function dollars(usual) {
    return data().shown[usual]?.endsWith("$") ? usual : "USD";
  }

  function digitsOf(number, currency, scale) {
    const typed = number.trim().replace(/[ ']/g, ",");
    const isDotted = !scale && /^[1-9]\d{0,2}(\.\d{3})+$/.test(typed); // 135.000, as much of Europe writes it
    const bare = isDotted ? typed.replace(/\./g, ",") : typed;
    const [whole, part = "", ...more] = bare.split(".");
    const grouped = /^\d{1,3}(,\d{3})+$/.test(whole) || (currency === "INR" && /^\d{1,2}(,\d{2})*,\d{3}$/.test(whole));
    if (more.length || (!grouped && whole.includes(",")) || part.includes(",")) {
      return fail("The commas or points are out of place. Write it like 185,000.");
    }
    return { whole: BigInt(whole.replace(/,/g, "")), part: BigInt(part || "0"), over: 10n ** BigInt(part.length) };
  }

  /** A share of base as typed, `12.5%`, exact: {percent: [numerator, denominator]}, null, or {word}. */
  guidebook.readPercent = (typed) => {
    const found = /^(\d{1,4})(?:\.(\d{1,6}))? ?%$/.exec(String(typed ?? "").normalize("NFKC").trim());
    if (!found) return fail("Write a percentage like 15% or 12.5%.");
    const over = 10n ** BigInt((found[2] ?? "").length);
    return { percent: [BigInt(found[1] + (found[2] ?? "")), over * 100n] };
  };

  /** An amount, or a percentage of base. */
  guidebook.readPart = (typed, currency) =>
    /%\s*$/.test(String(typed ?? "").normalize("NFKC")) ? guidebook.readPercent(typed) : guidebook.readMoney(typed, currency);

  /** A band of the pages, `$185K-$250K` or `$70K-$150K+`: {currency, low, high, open}, or null for a word. */
  guidebook.readBand = (shown) => {
    const bare = String(shown ?? "").replace(/\+$/, "");
    const [low, high] = bare.split("\u2013").map((end) => guidebook.readMoney(end));
    if (!low || low.word || high?.word) return null;
    return { currency: low.currency, low: low.units, high: (high ?? low).units, open: bare !== String(shown) };
  };

  /** Write whole units the one way that the pages write the currency: `$185K`, `\u20b920L`, `CHF 1.25M`. */
  guidebook.writeMoney = (currency, units) => {
    const sign = data().shown[currency] ?? `${currency} `;
    return units < 0 ? `\u2212${sign}${short(currency, -units)}` : sign + short(currency, units);
  };

  guidebook.writeBand = ({ currency, low, high, open }) =>
    (low === high ? guidebook.writeMoney(currency, low)
      : `${guidebook.writeMoney(currency, low)}\u2013${guidebook.writeMoney(currency, high)}`) + (open ? "+" : "");

  function short(currency, units) {
    if (currency === "INR" && units >= 100_000 && units % 10_000 === 0) return `${units / 100_000}L`;
    if (units >= 1_000_000 && units % 10_000 === 0) return `${units / 1_000_000}M`;
    if (units >= 1_000 && units % 1_000 === 0 && units < 1_000_000) return `${units / 1_000}K`;
    return units.toLocaleString(currency === "INR" ? "en-IN" : "en-US");
  }

  /** The step to which numbers of a currency are rounded. */
  guidebook.stepOf = (currency) => data().round[currency] ?? 1_000;

  /** Units in another currency at the dated reference rate, to the nearest whole unit; null where there is no rate. */
  guidebook.convert = (units, from, to) => {
    if (from === to) return units;
    const [own, other] = [rate(from), rate(to)];
    if (!own || !other) return null;
    const over = own.number * other.over;
    return Number((BigInt(units) * other.number * own.over * 2n + over) / (over * 2n));
  };

  function rate(currency) {
    const shown = currency === "EUR" ? "1" : data().rates[currency];
    if (!shown) return null;
    const [whole, part = ""] = shown.split(".");
    return { number: BigInt(whole + part), over: 10n ** BigInt(part.length) };
  }
})();
