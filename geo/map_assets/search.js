// Search in the words of all events. Their text is gathered in small lots while the page is idle.
const LOT_MS = 16;

// Without capitals and accents, so that "Zaporizhzhia" and "Ḥamā" are found as people type them.
function folded(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ‘]/g, "'").toLowerCase();
}

const SEARCHED = [
  "quote", "place_text", "place_name", "admin1", "admin2", "country_name", "perpetrator", "target", "weapon",
  "attribution", "sub_event_type", "event_type", "toll_text",
];

function searchedText(event) {
  const words = SEARCHED.map((key) => event[key]);
  for (const claim of event.claims) words.push(claim.title, claim.source);
  return folded(words.filter((word) => word !== null).join("\n"));
}

// Gives `search(text)`: a test for events that hold every word of it, words in quotes as one; null for no word.
// `search.whenReady(act)` waits until all text is gathered, so that nobody's typing is held up.
function makeSearch(model) {
  const texts = [];
  let waiting = [];
  const gather = (until) => {
    const end = Math.min(until, model.count);
    for (let i = texts.length; i < end; i++) texts.push(searchedText(model.event(i)));
  };
  const lots = () => {
    const pause = performance.now() + LOT_MS;
    while (texts.length < model.count && performance.now() < pause) gather(texts.length + 50);
    if (texts.length < model.count) setTimeout(lots, waiting.length > 0 ? 0 : LOT_MS);
    else waiting.splice(0).forEach((act) => act());
  };
  const search = (text) => {
    const words = folded(text).match(/"[^"]+"|[^\s"]+/g) ?? [];
    if (words.length === 0) return null;
    gather(model.count);
    const bare = words.map((word) => word.replaceAll('"', ""));
    return (i) => bare.every((word) => texts[i].includes(word));
  };
  search.prepare = () => setTimeout(lots, 500);
  search.whenReady = (act) => {
    if (texts.length === model.count) act();
    else waiting = [act];
  };
  return search;
}
