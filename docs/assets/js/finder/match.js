// Finds guides by names of companies, roles, regions and levels, in any order and while they are typed. No DOM.
// guidebook.finder.open(names, others) gives an index, at first without the others;
// guidebook.finder.find(index, query, limit = 8) gives
//   { answers: [{ kind: guide|company|role|region|index, title, detail, url, marks: [[start, end], ...] }], total,
//     note: null | { kind: "no-guide", company, role, nearest } | { kind: "unknown", word, nearest },
//     and isBegun: true only where all words are words of headings, and the names near to them are not there whole,
//     and isNamed: true only where a page is called what is typed, or a role is, but for mistakes }
// `url` is from the top of the site; `nearest` are answers too. macros/guidebook/finder.py makes the names and explains them.
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});
  const SIGNS = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i" };
  const KINDS = ["company", "role", "region", "level"];
  const FOLDERS = { company: "companies/", role: "roles/", region: "regions/" };
  const [MOST_LETTERS, MOST_WORDS, SPAN, BEAM, BEST] = [120, 10, 5, 12, 8];
  // How well words fit a name: all of it, whole words from its start, its start, its initials, with mistakes;
  // and what is left of that where they are a later part of the name.
  const [EXACT, WHOLE, START, INITIALS, PART] = [1, 0.92, 0.82, 0.7, 0.8];
  const fitting = (wrong, length) => Math.min(PART, 0.94 - wrong / length);
  // What each name that is read costs, so that few long ones are preferred, and what a guide of all of them gains.
  const [COST, GAIN] = [1, 0.25];

  const plain = (word) =>
    word.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[^\0-\x7f]/g, (sign) => SIGNS[sign] ?? sign);

  /** The words of a text, small and without accents, with their places; `and` is none. */
  const words = (text) =>
    [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
      .map(({ 0: word, index }) => ({
        word: /[^\0-\x7f]/.test(word) ? plain(word) : word.toLowerCase(),
        start: index, end: index + word.length,
      }))
      .filter(({ word }, _, all) => word && (word !== "and" || all.length === 1));

  const joined = (list) => list.map(({ word }) => word).join("");
  const number = (text) => [...text].reduce((sum, sign) => sum * 64 + sign.charCodeAt() - 63, 0);
  const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

  /** The letters of a text as bits: a quick look at which words cannot be alike. */
  function mask(text) {
    let bits = 0;
    for (const sign of text) bits |= 1 << sign.charCodeAt();
    return bits;
  }

  function ones(bits) {
    let count = 0;
    for (; bits; bits &= bits - 1) count += 1;
    return count;
  }

  const rows = [[], [], []];

  /** How many mistakes lie between `typed` and a name, and between it and the start of the name; swapping is one. */
  function mistakes(typed, name, most) {
    const width = Math.min(name.length, typed.length + most);
    let [before, last, row] = rows;
    for (let j = 0; j <= width; j += 1) row[j] = j;
    let least = 0;
    for (let i = 1; i <= typed.length && least <= most; i += 1) {
      [before, last, row] = [last, row, before];
      row[0] = least = i;
      for (let j = 1; j <= width; j += 1) {
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] === name[j - 1] ? 0 : 1));
        if (i > 1 && typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row[j] = cost;
        if (cost < least) least = cost;
      }
    }
    return [width < name.length || least > most ? 99 : row[width], least];
  }

  function open(names, others = {}) {
    const data = {
      regions: [], ladders: [""], ladder: "", ...names, ...others,
      companies: names.companies.map((own, at) => own + (others.companies?.[at] ?? "")),
    };
    const index = { exact: new Map(), memo: new Map(), known: new Map(), short: data.short, weak: new Set(data.weak.split(" ")) };
    index.talk = new Set(data.talk?.split(" "));
    index.ways = data.ways;
    index.rung = RegExp(`^(${data.rung})$`);
    const known = new Map();
    const add = (item, list, text, alias = "", from = 0, initials = false) => {
      const key = known.get(item)?.get(text);
      if (key && (initials || (!key.initials && key.from <= from))) return;
      let length = 0;
      const ends = list.map(({ word }) => (length += word.length));
      known.set(item, (known.get(item) ?? new Map()).set(text, { item, text, alias, from, initials, ends, mask: mask(text) }));
    };
    const name = (item, text, alias) => {
      const list = words(text);
      for (const { word } of list) index.known.set(word, (index.known.get(word) ?? item) === item && item);
      add(item, list, joined(list), alias);
      if (item.kind === "level") return;
      const bare = list.filter(({ word }) => word !== "of");
      add(item, bare, joined(bare), alias);
      for (let from = 1; from < list.length; from += 1) {
        const rest = list.slice(from);
        if (joined(rest).length > 2 && !rest.every(({ word }) => index.weak.has(word))) add(item, rest, joined(rest), alias, from);
      }
      if (list.length > 1 && item.kind !== "region") add(item, list, list.map(({ word }) => word[0]).join(""), alias, 0, true);
    };
    const all = (kind, entries) =>
      (index[kind] = entries.map((entry, id) => {
        const [own, ...aliases] = entry.split("\t");
        const [title, slug] = own.split("\n").reverse();
        const list = words(title);
        const item = { kind, id, title, short: title, words: list, slug: slug ?? list.map(({ word }) => word).join("-"), guides: [], rank: 0 };
        name(item, title);
        for (const [at, alias] of aliases.entries()) {
          const letters = alias[0] === "=" && +alias.slice(1);
          const whole = letters ? title.slice(0, places(list, letters).at(-1)[1]) : alias[0] === "+" ? title + alias.slice(1) : alias;
          if (letters) add(item, list, joined(list).slice(0, letters));
          else name(item, whole, whole);
          if (!at) item.short = whole;
        }
        return item;
      }));
    KINDS.forEach((kind, at) => all(kind, [data.companies, data.roles, data.regions, data.levels][at]));
    guides(index, data);
    index.keys = [...known.values()].flatMap((keys) => [...keys.values()]);
    index.keys.sort((a, b) => (a.text > b.text) - (a.text < b.text));
    for (const key of index.keys) index.exact.set(key.text, [...(index.exact.get(key.text) ?? []), key]);
    return index;
  }

  function guides({ company, role, region }, data) {
    const wide = (size) => Math.ceil(Math.log2(Math.max(size, 2)) / 6);
    const [width, step, wider] = [Math.ceil(role.length / 6), wide(data.ladders.length), wide(region.length)];
    const where = data.places?.split(",");
    const ladders = data.ladders.map((ladder) =>
      new Map(ladder.split("\t").map((own) => [joined(words(own.slice(1))), own[0]])));
    let at = 0;
    for (const owner of company) {
      const bits = data.guides.slice(owner.id * width, (owner.id + 1) * width);
      for (const job of role) {
        if (!((number(bits[width - 1 - Math.floor(job.id / 6)]) >> job.id % 6) & 1)) continue;
        const found = where && (where[at].match(RegExp(`.{${wider}}`, "g")) ?? []).map((sign) => region[number(sign)]);
        const guide = { company: owner, role: job, rank: +data.ranks[at], regions: found };
        for (const item of [owner, job, ...(found ?? [])]) {
          item.guides.push(guide);
          item.rank += item === owner ? guide.rank + 1 : 1;
        }
        at += 1;
      }
      owner.ladder = ladders[number(data.ladder.slice(owner.id * step, (owner.id + 1) * step))];
    }
    for (const item of [...company, ...role, ...region]) item.guides.sort((a, b) => b.rank - a.rank);
    region.forEach((item, at) => { item.page = at < data.pages ? `${item.slug}/` : ""; });
  }

  /**
   * What a run of words may name, the best of each kind; the last word of a query may be unfinished.
   * `short` are those of its words that are too short for a mistake, where there are others beside them.
   */
  function named(index, text, isLast, isKnown, short) {
    const memo = [isLast ? `${text}>` : text, ...short].join(" ");
    if (index.memo.has(memo)) return index.memo.get(memo);
    const best = new Map();
    const put = (key, fit, letters = text.length) => {
      const score = fit * (key.from ? PART : 1) - (!key.alias ? 0 : fit === EXACT ? 0.002 : 0.07);
      if (!(best.get(key.item)?.fit >= score)) best.set(key.item, { key, fit: score, letters, near: key.from ? 0 : fit, owner: index.known.get(text) });
    };
    for (const key of index.exact.get(text) ?? []) put(key, key.initials ? INITIALS : EXACT);
    started(index, text, isLast, put);
    if (!isKnown && ![...best.values()].some(({ fit }) => fit > PART)) mistaken(index, text, isLast, short, put);
    const list = [...best.values()].sort((a, b) => b.fit - a.fit || b.key.item.rank - a.key.item.rank);
    const found = KINDS.flatMap((kind) => list.filter(({ key }) => key.item.kind === kind).slice(0, BEST));
    if (index.memo.size > 2000) index.memo.clear();
    index.memo.set(memo, found);
    return found;
  }

  function started({ keys }, text, isLast, put) {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keys[middle].text < text) low = middle + 1;
      else high = middle;
    }
    for (; keys[low]?.text.startsWith(text); low += 1) {
      const { item, from, alias, initials, text: name, ends } = keys[low];
      if (initials || name === text || name.length < 3) continue;
      const isWhole = text.length > 1 && ends.includes(text.length);
      if (from && !isWhole && (text.length < 5 ? item.kind !== "role" : alias && item.kind === "company")) continue;
      if (isLast || isWhole || text.length > 2) put(keys[low], isWhole ? WHOLE : Math.min(WHOLE, START + 0.012 * text.length));
    }
  }

  function mistaken({ keys }, text, isLast, short, put) {
    if (text.length < 4) return;
    const typed = mask(text);
    for (const key of keys) {
      const { length } = key.text;
      const most = allowed(Math.max(length, text.length));
      if (length < (key.from ? 6 : 4) || key.initials || length < text.length - most || ones(typed & ~key.mask) > most) continue;
      if (length > text.length + most && !(isLast && text.length > 5)) continue;
      if (!short.every((word) => key.text.includes(word) || isOfLonger(word, key))) continue;
      const [whole, start] = mistakes(text, key.text, most);
      const isNear = text[0] === key.text[0] || whole * (key.alias ? 5 : 3) < text.length;
      if (whole <= most && isNear) put(key, fitting(whole, text.length), length);
      else if (isLast && text.length > 5 && start <= 1 && !key.text.startsWith(text.slice(0, -1))) put(key, fitting(start, text.length) - 0.14);
    }
  }

  /** True where a short word is one mistake away from a longer one of the name: `dta` for data, but not `sap` for app. */
  function isOfLonger(word, { text, ends }) {
    const starts = [0, ...ends];
    return ends.some((end, at) => end - starts[at] > 3 && mistakes(word, text.slice(starts[at], end), 1)[0] <= 1);
  }

  /** The ways to read the words, the best first; each names at most one company, role, region and level. */
  function read(index, typed) {
    const isWeak = ({ word }) => index.weak.has(index.short[word] ?? word) || index.rung.test(word);
    const bare = typed.every(isWeak);
    const ways = [[{ score: 0, parts: {}, unknown: [] }], ...typed.map(() => [])];
    typed.forEach((lost, at) => {
      const here = pruned(ways[at]);
      for (const way of here) {
        const isJoint = lost.word === "of" && way.unknown.at(-1) === at - 1;
        ways[at + 1].push(isWeak(lost) && !bare ? (isJoint ? { ...way, unknown: [...way.unknown, at] } : way)
          : { ...way, score: way.score - 0.7 * lost.word.length, unknown: [...way.unknown, at] });
      }
      for (let end = at + 1; end <= Math.min(at + SPAN, typed.length); end += 1) {
        const list = typed.slice(at, end);
        const onlyExact = !bare && list.every(isWeak) && !(end === typed.length && list[0].word.length === 1);
        for (const part of spelled(index, list, end === typed.length)) {
          if (onlyExact) part.near = 0;
          [part.at, part.end] = [at, end];
          // A word of a question is a place where it stands alone: `can`, but `us` in any query.
          if (part.key.item.kind === "region" && (typed[at - 1]?.word === "of" || (onlyExact && joined(list).length > 2))) continue;
          if (!onlyExact || part.fit > WHOLE) for (const way of here) extend(way, part, ways[end]);
        }
      }
    });
    for (const way of ways.at(-1)) finish(index, way, typed);
    return pruned(ways.at(-1)).filter(({ parts }) => Object.keys(parts).length);
  }

  /** What words name as they stand, and with short forms written out. */
  function spelled(index, list, isLast) {
    const text = joined(list);
    const whole = list.map(({ word }) => index.short[word] ?? word).join("");
    const isKnown = list.every(({ word }) => index.known.has(word));
    const short = list.length > 1 ? list.map(({ word }) => word).filter((word) => !allowed(word.length)) : [];
    return [...new Set([text, whole])].flatMap((name) =>
      named(index, name, isLast, isKnown, name === text ? short : []).map((part) => ({ ...part, score: part.fit * text.length - COST - (name === text ? 0 : 0.1) })));
  }

  function extend(way, part, into) {
    const { kind } = part.key.item;
    const former = way.parts[kind];
    if (former && (former.key.item !== part.key.item || (former.near < EXACT && part.near < EXACT && former.key.alias !== part.key.alias))) return;
    into.push({ ...way, score: way.score + part.score, parts: { ...way.parts, [kind]: former?.fit >= part.fit ? former : part } });
  }

  function pruned(ways) {
    const best = new Map();
    const left = [BEAM, BEAM]; // with a company, and without
    for (const way of ways.sort((a, b) => b.score - a.score)) {
      const key = KINDS.map((kind) => way.parts[kind]?.key.item.id).join();
      if (!best.has(key) && left[+!way.parts.company]-- > 0) best.set(key, way);
    }
    return [...best.values()];
  }

  /** What the parts mean together: a company's own level, the role that is a level of another, the guide. */
  function finish(index, way, typed) {
    [way.company, way.role, way.region, way.level] = KINDS.map((kind) => way.parts[kind]?.key.item);
    way.level ??= rung(index, way, typed);
    const { company, level } = way;
    const own = level && way.role && raised(index, level, way.role);
    const jobs = level && company && !way.role ? index.role.map((role) => raised(index, level, role)) : [];
    const higher = own && own !== way.role ? own : company?.guides.find(({ role }) => jobs.some((job, id) => job === role && id !== role.id))?.role;
    if (higher) [way.role, way.level] = [higher];
    way.guide = way.role && company?.guides.find(({ role }) => role === way.role);
    doubt(way, way.role || typed.some(({ word }) => word === "engineer")); // a word too common to be read as a role
    if (way.guide) way.score += way.guide.regions?.includes(way.region) ? 2 * GAIN : GAIN;
    if (!company && !way.role && !way.region) way.score -= 2 * COST;
    way.score += Math.log1p((way.guide ?? company ?? way.role)?.rank ?? 0) / 100;
  }

  /**
   * A part of a name beside a word that nothing is named, or beside a part of another name, is rather of another
   * company: `morgan stanley`, `state street`, `delivery hero`. Beside a role, so is a later part that several names
   * have, a short start of another name, and a mistake that leads to no guide: `business analyst`, `ads engineer`.
   */
  function doubt(way, isJob) {
    const isPart = (part) => part?.key.from > 0 || part?.letters < part?.key.text.length || part?.fit <= INITIALS;
    const isWords = (part) => isPart(part) && (part.owner !== undefined || part.key.ends.includes(part.letters));
    const { company, role, region } = way.parts;
    const isBegun = isWords(role) && !role.key.from;
    let isLost = way.unknown.length > 0;
    const isVague = (isJob || region) && (company?.key.from ? company.key.alias || company.owner !== company.key.item
      : company?.key.alias ? company.letters < 4 : company?.fit <= INITIALS && role && !way.guide);
    const isShared = isPart(company)
      && (isLost || isBegun || isVague || (region && (company.owner === false || (isPart(region) && (isWords(company) || company.key.from)))));
    isLost ||= isShared;
    const named = [company, role, region].filter(Boolean);
    const doubted = named.filter((part) => (part === company ? isShared : isLost && (part === role ? isBegun : isPart(part))));
    for (const { letters } of doubted) way.score -= 1.7 * letters;
    way.isNamed = !doubted.length || doubted.length < named.length;
  }

  /** The role that a level of a role is: both names together name it. */
  const raised = (index, level, role) =>
    index.exact.get(level.slug + joined(role.words))?.find(({ item, from }) => item.kind === "role" && !from)?.item;

  function rung(index, way, typed) {
    for (const size of way.company?.ladder.size ? [2, 1] : []) {
      for (let at = 0; at + size <= typed.length; at += 1) {
        const level = index.level[way.company.ladder.get(joined(typed.slice(at, at + size)))];
        if (level) return level;
      }
    }
    return undefined;
  }

  /** The places of the first letters of a name, one for each word. */
  function places(list, letters) {
    const found = [];
    for (const { word, start, end } of list) {
      if (letters > 0) found.push([start, letters < word.length && word.length === end - start ? start + letters : end]);
      letters -= word.length;
    }
    return found;
  }

  /** What to mark of a name because the query has it. */
  function marks({ parts }, item, offset = 0) {
    const { key, letters } = parts[item.kind] ?? {};
    if (key?.item !== item || key.alias) return [];
    const found = key.initials ? item.words.map(({ start }) => [start, start + 1]) : places(item.words.slice(key.from), letters);
    return found.map(([start, end]) => [start + offset, end + offset]);
  }

  const also = ({ parts }, item) => (parts[item.kind]?.key.item === item && parts[item.kind].key.alias) || "";
  const said = (...parts) => parts.filter(Boolean).join(" · ");

  function asked({ region, level }) {
    const query = [region && `region=${region.slug}`, level && `level=${level.slug}`].filter(Boolean).join("&");
    return query && `?${query}`;
  }

  function guideAnswer(way, { company, role, regions }) {
    const [{ region }, at] = [way, " at "];
    const isThere = !region || !regions || regions.includes(region);
    const query = asked(isThere ? way : { level: way.level });
    return {
      kind: "guide", title: role.title + at + company.title,
      detail: said(also(way, company), also(way, role), region && (isThere ? region.short : `no figures for ${region.short}`)),
      url: `guides/${company.slug}/${role.slug}/${query}${query && "#pay"}`,
      marks: [...marks(way, role), ...marks(way, company, role.title.length + at.length)],
    };
  }

  function pageAnswer(way, item) {
    const count = item.guides.length;
    const isRegion = item.kind === "region";
    return {
      kind: item.kind, title: item.title, marks: marks(way, item),
      detail: said(also(way, item), (count || !isRegion) && `${count} guide${count === 1 ? "" : "s"}`),
      url: FOLDERS[item.kind] + (isRegion ? item.page : `${item.slug}/${asked(way)}`),
    };
  }

  const indexAnswer = (title, detail, url) => ({ kind: "index", title, detail, url, marks: [] });

  const answer = ([item, way]) =>
    item.url ? item : item.company ? guideAnswer(way, item) : pageAnswer(way, item);

  /** What a way of reading asks for. */
  const first = (way) => way.guide ?? way.company ?? way.role ?? way.region ?? indexAnswer("Roles", "every role", "roles/");

  /** What follows it: guides, the most complete first. */
  function more(way) {
    const { company, role, region, guide } = way;
    const from = company && role && !guide ? nearest(way) : (company ?? role ?? region)?.guides ?? [];
    const there = from.filter(({ regions }) => !region || !regions || regions.includes(region));
    const pages = company && role ? [company, role] : [];
    return guide ? [...pages, ...there, ...from] : [...there, ...from, ...pages];
  }

  /** The company's guides, those of the most alike roles first. */
  function nearest({ company, role }) {
    const alike = (guide) => guide.role.words.filter(({ word }) => role.words.some((own) => own.word === word)).length / guide.role.words.length;
    return [...company.guides].sort((a, b) => alike(b) - alike(a));
  }

  /** Pages whose names look most like a word that none is. */
  function alike(index, text, kind) {
    const near = new Map();
    let worst = 0.7; // how far the third nearest is
    for (const { item, from, initials, text: name } of index.keys) {
      if (item.kind !== kind || from || initials) continue;
      const most = Math.max(text.length, name.length);
      const same = text[0] === name[0] ? 0.1 : 0;
      const far = mistakes(text, name, Math.floor((worst + same) * most))[0] / most - same;
      if (far > worst || near.get(item) <= far) continue;
      near.set(item, far);
      if (near.size > 2) worst = [...near.values()].sort((a, b) => a - b)[2];
    }
    const items = [...near].sort((a, b) => a[1] - b[1]).map(([item]) => item);
    const known = [...index[kind]].sort((a, b) => b.rank - a.rank); // where nothing is alike, what there is most of
    return [...new Set([...items, ...known])].slice(0, 3).map((item) => pageAnswer({ parts: {} }, item));
  }

  /** What is said above the answers of `top`, the best of `ways`, or none where each only shares a word with a company. */
  function noted(index, [top, ...ways], typed, text) {
    if (top?.company && top.role && !top.guide) {
      const near = nearest(top).slice(0, 3).map((guide) => guideAnswer(top, guide));
      return { kind: "no-guide", company: top.company.title, role: top.role.title, nearest: near };
    }
    const lost = top ? top.unknown : [...typed.keys()];
    if (!lost.length || (top?.company && (top.role || top.region) && !isOther(top))) return null;
    const run = lost.filter((at, place) => at - place === lost[0]).map((at) => typed[at]);
    const near = alike(index, joined(run), top?.company ? "role" : "company");
    return { kind: "unknown", word: text.slice(run[0].start, run.at(-1).end), nearest: near };
  }

  /** True where a word that nothing is named stands before the last word of a role: it is another role. */
  function isOther({ parts: { role }, unknown }) {
    return unknown.includes(role?.at - 1) && role.key.text === role.key.item.words.at(-1).word;
  }

  /** How the query is read without the company that it names: `one or another`. */
  const without = (index, { at, end }, typed) => read(index, typed.filter((_, place) => place < at || place >= end))[0];

  /** Two names that are typed as one word, and a name with the `s` of more than one, taken apart. */
  function apart({ exact, keys }, typed) {
    const { word } = typed;
    const kind = (text) => exact.get(text)?.find(({ from, initials }) => !from && !initials)?.item.kind;
    for (let at = keys.some(({ text }) => text.startsWith(word)) ? 0 : word.length - 1; at > 2; at -= 1) {
      const parts = [word.slice(0, at), word.slice(at)];
      const [left, right] = parts.map(kind);
      if (left && (right ? left !== right : left === "role" && parts[1] === "s")) {
        return parts.slice(0, right ? 2 : 1).map((part) => ({ ...typed, word: part }));
      }
    }
    return [typed];
  }

  /**
   * True where what is typed may be talk: each word is one of headings, and the names are there by less than all of
   * them. One word that a name begins with is a name which somebody types, but not where another name begins with
   * it, and so are two letters; among other words, another name of three letters is none.
   */
  function isBegun({ talk, weak }, top, text) {
    const typed = words(text);
    const isOne = typed.length === 1;
    const isThere = ({ near, key: { alias, text: name } }) =>
      isOne ? near >= (alias ? EXACT : WHOLE) : near === EXACT && !(alias && name.length < 4);
    return Boolean(top) && !(isOne && text.length < (weak.has(text) ? 4 : 3))
      && typed.every(({ word }) => talk.has(word) || weak.has(word)) && !Object.values(top.parts).every(isThere);
  }

  /** True where all is read, and a role from more than one word, so that a mistake in one is none in the other. */
  const isTold = ({ unknown, parts: { role } }) => !unknown.length && role?.end - role?.at > 1;

  function find(index, query, limit = 8) {
    const text = String(query ?? "").slice(0, MOST_LETTERS);
    const typed = words(text).flatMap((word) => apart(index, word)).slice(0, MOST_WORDS);
    const ways = read(index, typed);
    const [top, ...others] = ways[0]?.isNamed ? ways : [undefined, ...ways];
    const found = new Map();
    const add = (way) => (item) => found.has(item) || found.set(item, way);
    const called = (name) => {
      const page = index.ways?.find((way) => way.includes(name));
      return page && add()(indexAnswer(page[0], "", page[1]));
    };
    const page = called(joined(words(text)));
    const rest = top?.company && top.unknown.length && without(index, top.parts.company, typed);
    const other = rest && rest.company !== top.company && rest.parts.company?.near === EXACT && rest;
    if (other) top.unknown = [];
    const note = page ? null : noted(index, [top, ...others], typed, text);
    if (top) {
      const rest = more(top);
      const isExact = Object.values(top.parts).every(({ fit }) => fit > WHOLE);
      add(top)(first(top));
      if (other) {
        add(other)(first(other));
        called("compare");
      }
      rest.slice(0, isExact ? 4 : 0).forEach(add(top));
      for (const way of others) if (way.score > top.score - 0.3 * joined(typed).length) add(way)(first(way));
      rest.forEach(add(top));
    }
    if (note?.kind === "unknown" && !top?.company) {
      add()(indexAnswer("Companies", "every company, A to Z", "companies/"));
      add()(indexAnswer("Contribute", "how to ask for a guide, or add one", "contribute/"));
    }
    return {
      answers: [...found].slice(0, limit).map(answer), note, total: found.size,
      ...page || (top && isTold(top)) ? { isNamed: true } : isBegun(index, top, text) && { isBegun: true },
    };
  }

  guidebook.finder = { open, find };
})();
