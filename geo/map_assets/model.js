// The events of the page: typed arrays to filter and draw by, and each event's words when they are asked for.
const LEVELS = ["facility", "neighbourhood", "town", "near", "district", "province", "region", "country", "none"];
const LAST_POINT_LEVEL = LEVELS.indexOf("near");
const DAY = 86400000;

// data: the page's block of JSON. An event's own number is its place in the file, from 0.
function readModel(data) {
  const columns = readColumns(data);
  const text = textReader(data.columns);
  const told = readArticles(data);
  const outlines = outlineReader(data);
  const model = {
    count: data.count, columns, text, outlets: told.outlets,
    title: data.title, updated: data.updated, credits: data.credits, added: data.added, style: data.style,
    kinds: data.codes.event_type, subs: data.codes.sub_event_type, grades: data.codes.grade,
    // The numbers, in model.outlets, of those who tell an event.
    outletsOf: (i) => told.outletsOf(data.columns.claims[i]),
    placeName: (i) => data.places[data.columns.place[i]][data.placeKeys.indexOf("place_name")],
    // The polygons of an event's place, [[[lat, lng], ...] a ring, ...]; null where no outline is known.
    outline: (i) => outlines(data.columns.place[i]),
    // Whether an event is drawn as a point; those that are not, and lie on the map, are areas.
    isPoint: (i) => columns.level[i] <= LAST_POINT_LEVEL && !Number.isNaN(columns.lat[i]),
    isArea: (i) => columns.level[i] > LAST_POINT_LEVEL && !Number.isNaN(columns.lat[i]),
    event: (i) => readEvent(data, model, i),
    // Every text under some keys, once, with the events that it belongs to.
    tables: (keys) => textTables(data, keys),
  };
  return model;
}

function readColumns(data) {
  const own = data.columns, places = data.places, keys = data.placeKeys;
  const number = (cell) => (cell === null ? NaN : cell);
  const place = Int32Array.from(own.place);
  const placed = (key) => {
    const at = keys.indexOf(key), values = Float64Array.from(places, (p) => number(p[at]));
    const column = new Float64Array(place.length);
    for (let i = 0; i < place.length; i++) column[i] = values[place[i]];
    return column;
  };
  return {
    kind: Uint8Array.from(own.event_type), sub: Uint8Array.from(own.sub_event_type),
    start: Float64Array.from(own.date_start, number), end: Float64Array.from(own.date_end, number),
    killedLow: Int32Array.from(own.killed_low), killedHigh: Int32Array.from(own.killed_high),
    injuredLow: Int32Array.from(own.injured_low), injuredHigh: Int32Array.from(own.injured_high),
    confidence: Float64Array.from(own.confidence, number),
    placeConfidence: Float64Array.from(own.place_confidence, number),
    grade: Uint8Array.from(own.grade), level: Uint8Array.from(placed("place_level")),
    lat: placed("lat"), lon: placed("lon"), radius: placed("radius_km"), place,
  };
}

// The text of an event under a contract's key: 0 is null, a number n is the text of event n - 1.
function textReader(columns) {
  return (key, i) => {
    const column = columns[key], cell = column[i];
    if (typeof cell === "string") return cell;
    return cell === 0 ? null : column[cell - 1];
  };
}

function readArticles(data) {
  const at = data.articleKeys.indexOf("source");
  const outlets = [], numbers = new Map();
  const outletOf = data.articles.map((article) => {
    const name = article[at];
    if (name === null) return -1;
    if (!numbers.has(name)) numbers.set(name, outlets.push(name) - 1);
    return numbers.get(name);
  });
  const outletsOf = (claims) => {
    const told = (Array.isArray(claims) ? claims : [claims]).map((c) => outletOf[Array.isArray(c) ? c[0] : c]);
    return [...new Set(told)].filter((n) => n >= 0);
  };
  return {outlets, outletsOf};
}

// An outline is decoded once, when it is first drawn.
function outlineReader(data) {
  const at = data.placeKeys.length, known = new Map();
  return (place) => {
    const number = data.places[place][at];
    if (number === null) return null;
    if (!known.has(number)) {
      known.set(number, data.outlines[number].map((polygon) => polygon.map((ring) => unrolled(ring, 10000))));
    }
    return known.get(number);
  };
}

// A ring of whole steps of lon and lat, each pair from the corner before: [[lat, lng], ...].
function unrolled(steps, scale) {
  const ring = [];
  let x = 0, y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    ring.push([y / scale, x / scale]);
  }
  return ring;
}

function isoDay(days) {
  return days === null || Number.isNaN(days) ? null : new Date(days * DAY).toISOString().slice(0, 10);
}

// Every field of one event under the contract's names, null where nothing is known. Beside them: `index`, its
// number; `kind`, its type's number; and `claims`, each source's article with its own place, date, toll and side.
function readEvent(data, model, i) {
  const own = data.columns, event = {index: i, kind: own.event_type[i]};
  for (const key of Object.keys(own)) {
    const cell = own[key][i];
    if (key === "place" || key === "claims") continue;
    if (key in data.codes) event[key] = data.codes[key][cell];
    else if (key === "date_start" || key === "date_end") event[key] = isoDay(cell);
    else if (COUNTED.test(key)) event[key] = cell < 0 ? null : cell;
    else event[key] = NUMBERED.has(key) ? cell : model.text(key, i);
  }
  data.placeKeys.forEach((key, at) => { event[key] = data.places[own.place[i]][at]; });
  event.place_level = data.codes.place_level[event.place_level];
  const claims = Array.isArray(own.claims[i]) ? own.claims[i] : [own.claims[i]];
  event.claims = claims.map((claim) => readClaim(data, event, claim));
  return event;
}
const COUNTED = /_(low|high)$/;
const NUMBERED = new Set(["date_precision", "confidence", "place_confidence"]);
const CLAIMED = [
  "place_text", "place_name", "place_level", "lat", "lon", "date_start", "date_end", "killed_low", "killed_high",
  "injured_low", "injured_high", "perpetrator", "perpetrator_status", "attribution",
];

function readClaim(data, event, claim) {
  const [number, own] = Array.isArray(claim) ? claim : [claim, {}];
  const article = data.articleKeys.map((key, at) => [key, data.articles[number][at]]);
  return {...Object.fromEntries(article), ...Object.fromEntries(CLAIMED.map((key) => [key, event[key]])), ...own};
}
