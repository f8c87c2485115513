// Finds guides by the names of companies, roles, regions and levels, in any order and as they are typed.
// No DOM: guidebook.finder.open(data) gives an index, guidebook.finder.find(index, query, limit = 8) the answers:
//   { answers: [{ kind: guide|company|role|region|index, title, detail, url, marks: [[start, end], ...] }], total,
//     note: null | { kind: "no-guide", company, role, nearest } | { kind: "unknown", word, nearest } }
// `url` counts from the top of the site. `nearest` are answers, too. The data is made by macros/guidebook/finder.py:
//   companies, roles, regions: "slug\nname\talias..."; "=4" is the first four letters of the name, "+ Inc" goes on from it
//   pages: how many regions, from the first on, have a page     levels: "level\tword..."
//   weak, short: words that say little, and short forms     ladders, ladder: own levels, and which company has which
//   guides: for each company a bit for each role     ranks: how complete each guide is     places: regions of each guide
(() => {
  "use strict";
  const guidebook = (globalThis.guidebook ??= {});
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const LETTERS = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i" };
  const KINDS = ["company", "role", "region", "level"];
  const [MOST_LETTERS, MOST_WORDS, SPAN, BEAM] = [120, 10, 5, 24];
  // How well a name fits: exact, whole words from its start, its start, initials, mistakes, and a part of it.
  const EXACT = 1, WHOLE = 0.92, START = 0.86, INITIALS = 0.8, MISTAKE = 0.74, MISTAKES = 0.66, PART = 0.8;

  /** The words of a text, small and without accents, each with its place in the text; `and` joins and is none. */
  const words = (text) =>
    [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
      .map(({ 0: word, index }) => ({
        word: word.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[ßøłđæœı]/g, (sign) => LETTERS[sign]),
        start: index, end: index + word.length,
      }))
      .filter(({ word }, _, all) => word && (word !== "and" || all.length === 1));

  const joined = (list) => list.map(({ word }) => word).join("");

  const letters = (text) => {
    let mask = 0;
    for (let at = 0; at < text.length; at += 1) mask |= 1 << text.charCodeAt(at) % 32;
    return mask;
  };

  const count = (bits) => {
    let number = 0;
    for (; bits; bits &= bits - 1) number += 1;
    return number;
  };

  /** Mistakes between two words, and between the first and the start of the second; two neighbours swapped are one. */
  function mistakes(typed, name, most) {
    const width = Math.min(name.length, typed.length + most);
    let [before, last, row] = [[], Array.from({ length: width + 1 }, (_, at) => at), []];
    for (let i = 1; i <= typed.length; i += 1) {
      row = [i];
      let least = i;
      for (let j = 1; j <= width; j += 1) {
        const same = typed[i - 1] === name[j - 1];
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return [9, 9];
      [before, last] = [last, row];
    }
    return [name.length <= width ? row[name.length] : 9, Math.min(...row)];
  }

  const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

  function open(data) {
    const index = { all: {}, keys: [], exact: new Map(), guides: [], seen: new Map(), short: data.short };
    index.weak = new Set(data.weak.split(" "));
    const number = (text) => [...text].reduce((sum, sign) => sum * 64 + DIGITS.indexOf(sign), 0);
    const add = (kind, id, text, alias) => {
      const list = words(text);
      for (let from = 0; from < list.length; from += 1) {
        const part = list.slice(from);
        if (from && part.every(({ word }) => index.weak.has(word))) break;
        const key = { kind, id, text: joined(part), alias, from, ends: [] };
        for (const { word } of part) key.ends.push((key.ends.at(-1) ?? 0) + word.length);
        key.mask = letters(key.text);
        index.keys.push(key);
        if (kind === "level") break;
      }
      if (list.length > 1 && kind !== "region" && kind !== "level") {
        const text = list.map(({ word }) => word[0]).join("");
        index.keys.push({ kind, id, text, alias, from: 0, ends: [], initials: true });
      }
    };
    const named = (kind, list) => {
      index.all[kind] = list.map((entry, id) => {
        const [own, ...aliases] = entry.split("\t");
        const [name, slug] = own.split("\n").reverse();
        const item = { kind, id, name, rank: 0, guides: [], aliases: [] };
        item.words = words(name);
        item.slug = slug ?? item.words.map(({ word }) => word).join("-");
        add(kind, id, name, "");
        for (const alias of aliases) {
          const whole = /^=\d+$/.test(alias) ? joined(item.words).slice(0, alias.slice(1))
            : alias.startsWith("+") ? name + alias.slice(1) : alias;
          item.aliases.push(whole);
          add(kind, id, whole, whole);
        }
        return item;
      });
    };
    named("company", data.companies);
    named("role", data.roles);
    named("region", data.regions);
    named("level", data.levels);
    index.all.region.forEach((region, at) => { region.page = at < data.pages; });
    guides(index, data, number);
    index.keys.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    for (const key of index.keys) index.exact.set(key.text, [...(index.exact.get(key.text) ?? []), key]);
    return index;
  }

  function guides(index, data, number) {
    const { company, role, region } = index.all;
    const wide = (size) => Math.ceil(Math.log2(Math.max(size, 2)) / 6);
    const [width, step, place] = [Math.ceil(role.length / 6), wide(data.ladders.length), wide(region.length)];
    const places = data.places?.split(",");
    let at = 0;
    for (const owner of company) {
      const bits = data.guides.slice(owner.id * width, (owner.id + 1) * width);
      for (const job of role) {
        const sign = DIGITS.indexOf(bits[width - 1 - Math.floor(job.id / 6)]);
        if (!((sign >> job.id % 6) & 1)) continue;
        const guide = { company: owner, role: job, rank: Number(data.ranks[at]), at };
        guide.places = places && (places[at].match(new RegExp(`.{${place}}`, "g")) ?? []).map(number);
        for (const id of guide.places ?? []) region[id].rank += 1;
        owner.guides.push(guide);
        job.guides.push(guide);
        owner.rank += guide.rank + 1;
        job.rank += 1;
        index.guides.push(guide);
        at += 1;
      }
      owner.ladder = new Map(); // the level of the site by the company's own name for it
      const ladder = data.ladders[number(data.ladder.slice(owner.id * step, (owner.id + 1) * step))];
      for (const own of ladder ? ladder.split("\t") : []) owner.ladder.set(joined(words(own.slice(1))), Number(own[0]));
    }
    for (const item of [...company, ...role]) item.guides.sort((a, b) => b.rank - a.rank || a.at - b.at);
  }

  /** What a run of words may name: the best of each kind first. The last word of a query may not be finished. */
  function named(index, text, isLast) {
    const memo = isLast ? `${text}>` : text;
    if (index.seen.has(memo)) return index.seen.get(memo);
    const best = new Map();
    const put = (key, fit, letters = text.length) => {
      const item = index.all[key.kind][key.id];
      const former = best.get(item);
      if (!former || former.fit < fit) best.set(item, { item, key, fit, letters });
    };
    for (const key of index.exact.get(text) ?? []) {
      put(key, key.initials ? INITIALS : key.from ? PART : key.alias ? EXACT - 0.01 : EXACT);
    }
    started(index, text, isLast, put);
    if (![...best.values()].some(({ fit }) => fit > PART)) mistaken(index, text, isLast, put);
    const found = KINDS.flatMap((kind) =>
      [...best.values()].filter(({ item }) => item.kind === kind)
        .sort((a, b) => b.fit - a.fit || b.item.rank - a.item.rank).slice(0, 12));
    if (index.seen.size > 2000) index.seen.clear();
    index.seen.set(memo, found);
    return found;
  }

  function started(index, text, isLast, put) {
    let [low, high] = [0, index.keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.keys[middle].text < text) low = middle + 1;
      else high = middle;
    }
    for (; low < index.keys.length && index.keys[low].text.startsWith(text); low += 1) {
      const key = index.keys[low];
      if (key.initials || key.text === text || key.text.length < 3) continue;
      const whole = key.ends.includes(text.length);
      if (whole || isLast || text.length > 2) put(key, (whole ? WHOLE : START) * (key.from ? PART : 1));
    }
  }

  function mistaken(index, text, isLast, put) {
    const most = allowed(text.length);
    if (!most) return;
    const mask = letters(text);
    for (const key of index.keys) {
      const length = key.text.length;
      const isNear = length > 3 && length >= text.length - most && (isLast || length <= text.length + most);
      if (!isNear || key.initials || (key.from && length < 6) || count(mask & ~key.mask) > most) continue;
      const [whole, start] = mistakes(text, key.text, most);
      const part = key.from ? PART : 1;
      if (whole <= most) put(key, (whole === 1 ? MISTAKE : MISTAKES) * part, length);
      else if (isLast && text.length > 4 && start <= most) put(key, (start === 1 ? 0.6 : 0.5) * part);
    }
  }

  /** The ways to read the words: each names at most one company, role, region and level; the best first. */
  function read(index, typed) {
    const isWeak = typed.map(({ word }) => index.weak.has(word) || /^(\d+k?|i{1,3}|iv|v|[a-z]{1,3}\d{1,2}[ab]?)$/.test(word));
    const bare = isWeak.every(Boolean);
    let ways = Array.from({ length: typed.length + 1 }, () => []);
    ways[0] = [{ score: 0, parts: {}, unknown: [] }];
    for (let at = 0; at < typed.length; at += 1) {
      const here = pruned(ways[at]);
      for (const way of here) {
        const lost = isWeak[at] && !bare ? 0 : 0.7 * (typed[at].word.length + 1);
        ways[at + 1].push({ ...way, score: way.score - lost, unknown: lost ? [...way.unknown, at] : way.unknown });
      }
      for (let end = at + 1; end <= Math.min(at + SPAN, typed.length); end += 1) {
        for (const found of spelled(index, typed.slice(at, end), end === typed.length)) {
          for (const way of here) extend(way, found, ways[end]);
        }
      }
    }
    for (const way of ways[typed.length]) finish(index, way, typed);
    return pruned(ways[typed.length]).filter((way) => Object.keys(way.parts).length);
  }

  /** What words name as they stand, and with their short forms written out. */
  function spelled(index, list, isLast) {
    const text = joined(list);
    const weight = text.length + list.length;
    const whole = list.map(({ word }) => index.short[word] ?? word).join("");
    const found = named(index, text, isLast).map((part) => ({ ...part, score: part.fit * weight }));
    if (whole === text) return found;
    return [...found, ...named(index, whole, isLast).map((part) => ({ ...part, score: 0.98 * part.fit * weight }))];
  }

  function extend(way, found, into) {
    const { kind } = found.item;
    const former = way.parts[kind];
    if (former && former.item !== found.item) return;
    const parts = { ...way.parts, [kind]: former && former.fit >= found.fit ? former : found };
    into.push({ ...way, score: way.score + found.score, parts });
  }

  function pruned(ways) {
    const seen = new Set();
    const key = ({ parts }) => KINDS.map((kind) => parts[kind]?.item.id ?? "").join();
    const kept = [];
    for (const way of ways.sort((a, b) => b.score - a.score)) {
      if (seen.has(key(way))) continue;
      seen.add(key(way));
      if (kept.push(way) === BEAM) break;
    }
    return kept;
  }

  /** Resolve what the parts mean together: a company's own level, a level of a role, the guide of both. */
  function finish(index, way, typed) {
    const { company, role } = way.parts;
    let level = way.parts.level?.item ?? ladder(index, company?.item, typed, way);
    way.company = company?.item;
    way.role = role?.item;
    way.region = way.parts.region?.item;
    const above = level && way.role && raised(index, level, way.role);
    if (above && above !== way.role) [way.role, level] = [above, undefined];
    if (level && way.company && !way.role) {
      const jobs = index.all.role.map((job) => raised(index, level, job)).filter((job, id) => job && job.id !== id);
      const best = way.company.guides.find((guide) => jobs.includes(guide.role));
      if (best) [way.role, level] = [best.role, undefined];
    }
    way.level = level;
    way.guide = way.role && way.company?.guides.find((guide) => guide.role === way.role);
    if (way.guide) way.score += 2 + (way.guide.places?.includes(way.region?.id) ? 0.5 : 0);
    way.score += Math.log1p(way.guide?.rank ?? (way.company ?? way.role ?? way.region)?.rank ?? 0) / 100;
  }

  /** The role that a level of another role is: the name of both together names it. */
  function raised(index, level, role) {
    const keys = index.exact.get(level.words[0].word + joined(role.words)) ?? [];
    const key = keys.find(({ kind, from }) => kind === "role" && !from);
    return key && index.all.role[key.id];
  }

  function ladder(index, company, typed, way) {
    for (let at = 0; company?.ladder.size && at < typed.length; at += 1) {
      for (const size of [2, 1]) {
        const own = company.ladder.get(joined(typed.slice(at, at + size)));
        if (own === undefined || at + size > typed.length) continue;
        way.unknown = way.unknown.filter((place) => place < at || place >= at + size);
        return index.all.level[own];
      }
    }
    return undefined;
  }

  /** The places of a name that a part of the query names: one for each word. */
  function marks(item, part, offset) {
    if (!part || part.item !== item || part.key.alias) return [];
    if (part.key.initials) return item.words.map(({ start }) => [offset + start, offset + start + 1]);
    const found = [];
    let left = part.letters;
    for (const { word, start, end } of item.words.slice(part.key.from)) {
      if (left <= 0) break;
      found.push([offset + start, offset + (left < word.length && word.length === end - start ? start + left : end)]);
      left -= word.length;
    }
    return found;
  }

  const plural = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
  const also = (item, part) => (part?.item === item && part.key.alias ? [part.key.alias] : []);

  function asked(way, hasPlace = true) {
    const query = [hasPlace && way.region && `region=${way.region.slug}`, way.level && `level=${way.level.slug}`];
    return query.some(Boolean) ? `?${query.filter(Boolean).join("&")}` : "";
  }

  function guideAnswer(way, { company, role, places }) {
    const at = " at ";
    const hasPlace = Boolean(way.region) && (places?.includes(way.region.id) ?? true);
    const query = asked(way, hasPlace);
    const place = !way.region ? [] : [hasPlace ? way.region.aliases[0] ?? way.region.name : `no figures for ${way.region.name}`];
    return {
      kind: "guide", title: role.name + at + company.name,
      detail: [...also(company, way.parts.company), ...also(role, way.parts.role), ...place].join(" · "),
      url: `guides/${company.slug}/${role.slug}/${query}${query && "#pay"}`,
      marks: [...marks(role, way.parts.role, 0), ...marks(company, way.parts.company, role.name.length + at.length)],
    };
  }

  function pageAnswer(way, item) {
    const folder = { company: "companies", role: "roles", region: "regions" }[item.kind];
    const number = item.kind === "region" ? item.rank : item.guides.length;
    const query = item.kind === "region" ? "" : asked(way);
    return {
      kind: item.kind, title: item.name,
      detail: [...also(item, way.parts[item.kind]), plural(number, "guide")].join(" · "),
      url: `${folder}/${item.kind === "region" && !item.page ? "" : `${item.slug}/`}${query}`,
      marks: marks(item, way.parts[item.kind], 0),
    };
  }

  const indexAnswer = (title, detail, url) => ({ kind: "index", title, detail, url, marks: [] });

  /** The one answer that a way of reading asks for. */
  function first(way) {
    if (way.guide) return guideAnswer(way, way.guide);
    const item = way.company ?? way.role ?? way.region;
    return item ? pageAnswer(way, item) : indexAnswer("Roles", "all roles", "roles/");
  }

  /** What comes after it: guides, the most complete first. */
  function* more(index, way) {
    if (way.company && way.role && !way.guide) yield* nearest(way).map((guide) => guideAnswer(way, guide));
    if (way.guide) yield* [way.company, way.role].map((item) => pageAnswer(way, item));
    const from = (way.company ?? way.role)?.guides ?? (way.region ? index.guides : []);
    const here = from.filter((guide) => !way.region || !guide.places || guide.places.includes(way.region.id));
    yield* here.map((guide) => guideAnswer(way, guide));
    if (!way.company && way.role) yield* from.map((guide) => guideAnswer(way, guide));
    if (way.role && !way.guide) yield pageAnswer(way, way.role);
  }

  /** The company's guides, those for the most alike roles first. */
  function nearest({ company, role }) {
    const own = new Set(role.words.map(({ word }) => word));
    const alike = (guide) => guide.role.words.filter(({ word }) => own.has(word)).length / guide.role.words.length;
    return [...company.guides].sort((a, b) => alike(b) - alike(a) || b.rank - a.rank);
  }

  /** Names that look most like a word that none is. */
  function alike(index, text, kind) {
    const near = new Map();
    for (const key of index.keys) {
      if (key.kind !== kind || key.from || key.initials) continue;
      const [whole] = mistakes(text, key.text, Math.max(text.length, key.text.length));
      const far = whole / Math.max(text.length, key.text.length) - (text[0] === key.text[0] ? 0.1 : 0);
      const item = index.all[kind][key.id];
      if (far < (near.get(item) ?? 0.7)) near.set(item, far);
    }
    return [...near].sort((a, b) => a[1] - b[1] || b[0].rank - a[0].rank).slice(0, 3).map(([item]) => pageAnswer({ parts: {} }, item));
  }

  function find(index, query, limit = 8) {
    const text = String(query ?? "").slice(0, MOST_LETTERS);
    const typed = words(text).slice(0, MOST_WORDS);
    const ways = read(index, typed);
    const [top] = ways;
    const found = new Map();
    const add = (answer) => {
      const page = answer.url.split("?")[0];
      if (!found.has(page)) found.set(page, answer);
    };
    if (top) {
      add(first(top));
      const rest = [...more(index, top)];
      const others = ways.slice(1).filter((way) => way.score > 0.6 * top.score).map(first);
      const isExact = Object.values(top.parts).every(({ fit }) => fit > WHOLE);
      if (isExact) rest.slice(0, 4).forEach(add);
      others.forEach(add);
      rest.forEach(add);
    }
    const note = typed.length ? noted(index, top, typed, text) : null;
    if (note?.kind === "unknown" && !top?.company) {
      add(indexAnswer("Companies", "all companies, A to Z", "companies/"));
      add(indexAnswer("Contribute", "ask for a guide, or add one", "contribute/"));
    }
    return { answers: [...found.values()].slice(0, limit), note, total: found.size };
  }

  function noted(index, top, typed, text) {
    if (top?.company && top.role && !top.guide) {
      const near = nearest(top).slice(0, 3).map((guide) => guideAnswer(top, guide));
      return { kind: "no-guide", company: top.company.name, role: top.role.name, nearest: near };
    }
    const lost = top ? top.unknown : typed.map((_, at) => at);
    if (!lost.length || (top?.company && (top.role || top.region))) return null;
    const run = lost.filter((at, place) => at - lost[0] === place).map((at) => typed[at]);
    const near = alike(index, joined(run), top?.company ? "role" : "company");
    return { kind: "unknown", word: text.slice(run[0].start, run.at(-1).end), nearest: near };
  }

  guidebook.finder = { open, find };
  guidebook.names ??= (data) => { guidebook.finder.data = data; };
})();
