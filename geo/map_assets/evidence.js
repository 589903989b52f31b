// The words of a quote that carry what is said of an event, each marked by its kind.
const EVIDENCE = [
  ["toll", "toll_text"], ["place", "place_text"], ["perpetrator", "perpetrator"], ["target", "target"],
  ["weapon", "weapon"],
];
// In these scripts a word ends where its letters end; "bomb" is not told by "bomber".
const SPELT = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

// Where a text stands in the quote, word for word: as it is, else with other capitals (a sentence begins with one).
function whereabouts(quote, words) {
  const exact = wholeWords(quote, words);
  if (exact >= 0) return exact;
  const low = quote.toLowerCase();
  return low.length === quote.length ? wholeWords(low, words.toLowerCase()) : -1;
}

function wholeWords(text, words) {
  const parted = (a, b) => !SPELT.test(text.charAt(a)) || !SPELT.test(text.charAt(b));
  let at = text.indexOf(words);
  while (at >= 0 && !(parted(at - 1, at) && parted(at + words.length - 1, at + words.length))) {
    at = text.indexOf(words, at + 1);
  }
  return at;
}

// The words of a toll may be several: killed and injured stand apart.
function tollWords(event) {
  return event.toll_text === null ? [] : event.toll_text.split("; ");
}

// Words for the toll that another sentence has: a number must not stand without them. The same figures of the same
// harm in the quote ("killed 140 people" for a title's "kills 140") are enough.
function tollBesideQuote(event) {
  return tollWords(event).filter((words) => words !== "" && whereabouts(event.quote, words) < 0
    && !sameFigures(event.quote.toLowerCase(), words.toLowerCase()));
}

const HARMS = [/kill|dead|death|die[ds]?\b/, /wound|injur|hurt/];
function sameFigures(quote, words) {
  const figures = (text) => text.match(/\d(?:[\d,.]*\d)?/g) ?? [];
  const there = new Set(figures(quote));
  return figures(words).length > 0 && figures(words).every((figure) => there.has(figure))
    && HARMS.some((harm) => harm.test(words) && harm.test(quote));
}

// [[start, end, kind], ...] in order, none over another; of two that meet the earlier, then the longer.
function evidence(event) {
  const found = [];
  for (const [kind, key] of EVIDENCE) {
    const told = event[key] === null ? [] : kind === "toll" ? tollWords(event) : [event[key]];
    for (const words of told.filter((text) => text !== "")) {
      const start = whereabouts(event.quote, words);
      if (start >= 0) found.push([start, start + words.length, kind]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let last = 0;
  return found.filter(([start, end]) => start >= last && (last = end) > 0);
}

function markedQuote(parent, event) {
  const node = putTold(parent, "blockquote");
  let at = 0;
  for (const [start, end, kind] of evidence(event)) {
    node.append(event.quote.slice(at, start));
    const mark = put(node, "mark", event.quote.slice(start, end), kind);
    mark.title = say(`mark.${kind}`);
    at = end;
  }
  node.append(event.quote.slice(at));
  return node;
}
