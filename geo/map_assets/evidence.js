// The words of a quote that carry what is said of an event, each marked by its kind.
const EVIDENCE = [
  ["toll", "toll_text"], ["place", "place_text"], ["perpetrator", "perpetrator"], ["target", "target"],
  ["weapon", "weapon"],
];

// Where a text stands in the quote: as it is, else with other capitals (a sentence begins with one).
function whereabouts(quote, words) {
  const exact = quote.indexOf(words);
  if (exact >= 0) return exact;
  const low = quote.toLowerCase();
  return low.length === quote.length ? low.indexOf(words.toLowerCase()) : -1;
}

// [[start, end, kind], ...] in order, none over another; of two that meet the earlier, then the longer.
function evidence(event) {
  const found = [];
  for (const [kind, key] of EVIDENCE) {
    const words = event[key];
    const start = words ? whereabouts(event.quote, words) : -1;
    if (start >= 0) found.push([start, start + words.length, kind]);
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
