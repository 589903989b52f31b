// Search in the words of all events. Each text is told once in the page, so it is made ready and tested once.
const LOT_MS = 12;
const LOT = 500;

// Without capitals and accents, so that "Zaporizhzhia" and "Ḥamā" are found as people type them.
function folded(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[’ʼ‘]/g, "'").toLowerCase();
}

const SEARCHED = [
  "quote", "place_text", "place_name", "admin1", "admin2", "country_name", "perpetrator", "target", "weapon",
  "attribution", "sub_event_type", "event_type", "toll_text", "title", "source",
];

// A table of texts to search: fold() makes the next lot of them ready and gives whether there are more.
function searchedTable({size, text, mark}) {
  const ready = [];
  return {
    fold() {
      const end = Math.min(size, ready.length + LOT);
      for (let n = ready.length; n < end; n++) {
        const told = text(n);
        ready.push(told === null ? null : folded(told));
      }
      return ready.length < size;
    },
    // Marks the events of which a text holds the word.
    find(word, found) {
      const hits = new Uint8Array(size);
      let any = false;
      for (let n = 0; n < size; n++) {
        if (ready[n] === null || !ready[n].includes(word)) continue;
        hits[n] = 1;
        any = true;
      }
      if (any) mark(hits, found);
    },
  };
}

// Gives `search(text)`: a test for events that hold every word of it, words in quotes as one; null for no word.
// `search.whenReady(act)` waits until all texts are made ready, so that nobody's typing is held up.
function makeSearch(model) {
  const tables = model.tables(SEARCHED).map(searchedTable);
  let next = 0, waiting = null;
  const gather = (pause) => {
    while (next < tables.length && performance.now() < pause) if (!tables[next].fold()) next++;
  };
  const lots = () => {
    gather(performance.now() + LOT_MS);
    if (next < tables.length) setTimeout(lots, waiting === null ? LOT_MS : 0);
    else if (waiting !== null) waiting();
  };
  const search = (text) => {
    const words = folded(text).match(/"[^"]+"|[^\s"]+/g) ?? [];
    if (words.length === 0) return null;
    gather(Infinity);
    const holds = words.map((word) => {
      const found = new Uint8Array(model.count);
      for (const table of tables) table.find(word.replaceAll('"', ""), found);
      return found;
    });
    return (i) => holds.every((found) => found[i] === 1);
  };
  search.prepare = () => setTimeout(lots, 500);
  search.whenReady = (act) => {
    if (next === tables.length) act();
    else waiting = act;
  };
  return search;
}
