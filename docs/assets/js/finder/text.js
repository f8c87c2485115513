// Searches the prose of the site with lunr.js, as MkDocs ships it. No DOM.
// guidebook.text.open(pages) gives a promise of an index; guidebook.text.search(index, query, weak, limit = 5) the
// passages that hold every word of the query, else every word of it that is not weak: [{ kind: "text", title, detail, url, marks, excerpt, excerptMarks, isTopic }],
// best first; `isTopic` is true of advice for everybody whose heading, address or `asked` has every word that is not weak,
// `isApart` where its words are all there, but neither in a question, nor one in a heading, nor side by side as they are
// typed: it is about something else.
// `pages` is made by macros/guidebook/passages.py: [address, page, [[fragment, heading, text, asked], ...]] for each
// page, where `asked` are other words that people type for the passage.
(() => {
  "use strict";

  const guidebook = (globalThis.guidebook ??= {});
  const SLICE = 8; // milliseconds of work before the page gets a turn
  const [BEFORE, AROUND] = [40, 130]; // signs of an excerpt before the first match, and in all
  const OF_ONE = /^(guides|companies|roles|regions)\//;
  const OF_MAKERS = /^(api|contribute)\//;
  const OF_PLACES = /^rights\/#/;
  const OF_QUESTIONS = /^(i|me|my|we|our|you|your|he|she|they|them|it|do|does|did|is|are|am|was|have|has|can|could|should|will|would|how|what|when|why|if)$/i;
  const FIELDS = { title: 8, asked: 8, page: 3, words: 3, text: 1 };

  async function open(pages) {
    const passages = pages.flatMap(([address, page, parts]) => parts.map(([fragment, title, text, asked = ""]) => ({
      id: 0, page, title, text, asked, url: address + (fragment && `#${fragment}`), words: address.replace(/[/-]+/g, " "),
    })));
    const builder = new lunr.Builder();
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter);
    builder.ref("id");
    for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
    let began = performance.now();
    for (const [id, passage] of passages.entries()) {
      builder.add({ ...passage, id });
      if (performance.now() - began < SLICE) continue;
      await new Promise((resume) => setTimeout(resume));
      began = performance.now();
    }
    return { passages, index: builder.build() };
  }

  function search(opened, query, weak = new Set(), limit = 5) {
    const typed = lunr.tokenizer(query).map((token) => lunr.trimmer(token)).filter(String);
    const words = typed.filter((token) => lunr.stopWordFilter(token)).map(String);
    if (!words.length) return typed.length > 1 ? headed(opened, typed.map(String), limit) : [];
    const strong = words.filter((word) => !weak.has(word));
    const isQuestion = typed.some((token) => OF_QUESTIONS.test(token));
    const kept = (found, changed) => found.map((passage) => ({ ...passage, ...changed, ...isQuestion && { isApart: false } }));
    const found = holding(opened, words, strong, limit);
    if (found.length || !strong.length) return kept(found);
    const fewer = strong.length < words.length ? holding(opened, strong, strong, limit) : [];
    return fewer.length ? kept(fewer, { isTopic: false }) : kept(isQuestion || strong.length > 2 ? nearly(opened, strong, limit) : [], { isTopic: false });
  }

  /** Passages about all words but one, which is in no passage beside the others: of `they want an answer tomorrow`. */
  function nearly(opened, words, limit) {
    const found = words.flatMap((lost) => {
      const others = words.filter((word) => word !== lost);
      return others.length ? holding(opened, others, others, limit).filter(({ isTopic }) => isTopic) : [];
    });
    return [...new Map(found.map((passage) => [passage.url, passage])).values()].slice(0, limit);
  }

  /** Passages of advice whose heading, or what is asked for them, has every word: the words are all too common to look for. */
  function headed({ passages }, words, limit) {
    const patterns = words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, "giu"));
    const found = passages.filter(({ url, title, asked }) =>
      !OF_ONE.test(url) && patterns.every((pattern) => `${title} ${asked}`.search(pattern) >= 0));
    return found.slice(0, limit).map((passage) => hit(passage, patterns, patterns, words));
  }

  function holding({ passages, index }, words, strong, limit) {
    const scores = words.map((word) => scored(index, word));
    const refs = [...scores[0].keys()].filter((ref) => scores.every((score) => score.has(ref)));
    const sum = (ref) => scores.reduce((total, score) => total + score.get(ref), 0);
    const pattern = (word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(stem(word))}[\\p{L}\\p{N}]*`, "giu");
    const patterns = words.map(pattern);
    const named = strong.length ? strong.map(pattern) : patterns;
    const isTopic = (ref, asked) => !OF_MAKERS.test(passages[ref].url) && isAbout(passages[ref], asked);
    const about = new Map(refs.map((ref) => [ref, isTopic(ref, patterns) + isTopic(ref, named)]));
    refs.sort((a, b) => about.get(b) - about.get(a) || sum(b) - sum(a) || a - b);
    const hits = refs.slice(0, limit).map((ref) => hit(passages[ref], patterns, named, words));
    return hits.sort((a, b) => b.isTopic - a.isTopic || a.isApart - b.isApart);
  }

  /** How well each passage holds a word: as it is, then longer, then with one mistake where nothing else does. */
  function scored(index, word) {
    const ask = (add) => new Map(index.query(add).map(({ ref, score }) => [ref, score]));
    const found = ask((query) => {
      query.term(word, { boost: 10 });
      if (word.length > 2) query.term(stem(word), { wildcard: lunr.Query.wildcard.TRAILING });
    });
    if (found.size || word.length < 5) return found;
    return ask((query) => query.term(word, { editDistance: 1 }));
  }

  /** The part of a word that its other forms share: `vest` of `vesting`, but not `sever` of `severance`. */
  function stem(word) {
    const short = String(lunr.stemmer(new lunr.Token(word)));
    return word.startsWith(short) && short.length >= Math.max(3, word.length - 3) ? short : word;
  }

  /**
   * True of advice for everybody whose heading, address or what is asked for it has every word that says something;
   * of the law of a place where its name is among them, because the same is asked of every law.
   */
  const isAbout = ({ title, page, url, words, asked }, patterns) =>
    !OF_ONE.test(url) && (!OF_PLACES.test(url) || patterns.some((pattern) => title.search(pattern) >= 0)) && patterns.every((pattern) => `${title} ${page} ${words} ${asked}`.search(pattern) >= 0);

  function isApart({ title, asked, text, url, words: address }, patterns, words) {
    const isHeaded = (word) => word.length > 3 && RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, "iu").test(`${title} ${address}`);
    if (!OF_ONE.test(url) && words.some(isHeaded)) return false;
    const all = `${title} ${asked} ${text}`;
    const gap = "[^\\p{L}\\p{N}]+(?:\\p{L}+[^\\p{L}\\p{N}]+)?"; // one word between, as in `best of offers`
    const said = new RegExp(`(?<![\\p{L}\\p{N}])${words.map(escaped).join(gap)}(?![\\p{L}\\p{N}])`, "iu");
    return patterns.every((pattern) => all.search(pattern) >= 0) && !said.test(all);
  }

  function hit(passage, patterns, named, words) {
    const { title, page, text, url } = passage;
    const firsts = patterns.map((pattern) => text.search(pattern)).filter((at) => at >= 0);
    const first = firsts.length ? Math.min(...firsts) : 0;
    const from = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    const end = text.length > from + AROUND ? text.lastIndexOf(" ", from + AROUND) : text.length;
    const excerpt = (from ? "…" : "") + text.slice(from, end) + (end < text.length ? "…" : "");
    return {
      kind: "text", title, url, detail: title === page ? "" : page, marks: places(title, patterns),
      excerpt, excerptMarks: places(excerpt, patterns),
      isTopic: isAbout(passage, named), isApart: isApart(passage, patterns, words),
    };
  }

  /** Where the patterns match, in order; what two of them match is there once. */
  function places(text, patterns) {
    const found = patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(({ index, 0: word }) => [index, index + word.length]));
    return found.sort((a, b) => a[0] - b[0]).filter(([start], at) => !at || start >= found[at - 1][1]);
  }

  const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  guidebook.text = { open, search };
})();
