// The texts of all events, each told once, for what looks through all of them.
// A table: {size, text(n): a string or null, mark(hits, found): sets found[i] to 1 where hits has 1 for a text of
// event i}.

// keys: the contract's names of what an event or its articles tell.
function textTables(data, keys) {
  const {columns, codes, places, placeKeys, articles, articleKeys} = data;
  const own = keys.filter((key) => key in columns);
  return [
    ...own.filter((key) => key in codes).map((key) => numberedTable(codes[key], columns[key])),
    ...own.filter((key) => !(key in codes)).map((key) => columnTable(columns[key])),
    numberedTable(joinedRows(places, placeKeys, keys), columns.place),
    articleTable(joinedRows(articles, articleKeys, keys), columns.claims),
  ];
}

// Of each row the texts under the keys wanted, a line each.
function joinedRows(rows, names, keys) {
  const wanted = keys.map((key) => names.indexOf(key)).filter((at) => at >= 0);
  return rows.map((row) => wanted.map((at) => row[at]).filter((text) => text !== null).join("\n"));
}

function numberedTable(texts, numbers) {
  return {size: texts.length, text: (n) => texts[n], mark(hits, found) {
    for (let i = 0; i < numbers.length; i++) if (hits[numbers[i]]) found[i] = 1;
  }};
}

// A column tells a text where it comes first, and then the number (from 1) of that cell.
function columnTable(cells) {
  const text = (n) => (typeof cells[n] === "string" ? cells[n] : null);
  return {size: cells.length, text, mark(hits, found) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i];
      if (typeof cell === "string" ? hits[i] : cell > 0 && hits[cell - 1]) found[i] = 1;
    }
  }};
}

function articleTable(texts, claims) {
  const told = (hits, claim) => hits[Array.isArray(claim) ? claim[0] : claim];
  return {size: texts.length, text: (n) => texts[n], mark(hits, found) {
    for (let i = 0; i < claims.length; i++) {
      const cell = claims[i];
      if (Array.isArray(cell) ? cell.some((claim) => told(hits, claim)) : hits[cell]) found[i] = 1;
    }
  }};
}
