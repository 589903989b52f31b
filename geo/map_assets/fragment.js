// The view in the page's address, after #: readable, short, and read as if a stranger had written it.
const LONGEST_TEXT = 200;

function slug(name) {
  return (name ?? "none").toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function namesOf(chosen, names, told = slug) {
  return [...chosen].sort((a, b) => a - b).map((k) => encodeURIComponent(told(names[k]))).join(",");
}

// The numbers of the names told; what is none of them is left out.
function numbersOf(text, names, told = slug) {
  const known = new Map(names.map((name, k) => [told(name), k]));
  return new Set(text.split(",").map((word) => known.get(decoded(word))).filter((k) => k !== undefined));
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return "";
    throw error;
  }
}

function numberIn(text, low, high) {
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return number >= low && number <= high ? number : NaN;
}

// For each key of the fragment: how its filter is told, and how it is read back; "" and undefined say nothing.
const whole = (name) => name;
const FRAGMENT = {
  type: [(f, m) => namesOf(f.kinds, m.kinds), (t, m) => ({kinds: numbersOf(t, m.kinds)})],
  sub: [(f, m) => namesOf(f.subs, m.subs), (t, m) => ({subs: numbersOf(t, m.subs)})],
  place: [(f) => namesOf(f.levels, LEVELS), (t) => ({levels: numbersOf(t, LEVELS)})],
  grade: [(f, m) => namesOf(f.grades, m.grades), (t, m) => ({grades: numbersOf(t, m.grades)})],
  source: [(f, m) => namesOf(f.sources, m.outlets, whole), (t, m) => ({sources: numbersOf(t, m.outlets, whole)})],
  killed: [(f) => f.killed || "", (t) => ({killed: Math.floor(numberIn(t, 0, 1e7)) || 0})],
  untold: [(f) => (f.untold === null ? "" : f.untold ? "with" : "without"),
    (t) => (t === "with" || t === "without" ? {untold: t === "with"} : {})],
  from: [(f) => dayText(f.from), (t) => ({from: dayNumber(t)})],
  to: [(f) => dayText(f.to), (t) => ({to: dayNumber(t)})],
  undated: [(f) => (f.undated ? "with" : ""), (t) => ({undated: t === "with"})],
  confidence: [(f) => f.confidence || "", (t) => ({confidence: numberIn(t, 0, 1) || 0})],
  placed: [(f) => f.placed || "", (t) => ({placed: numberIn(t, 0, 1) || 0})],
  q: [(f) => encodeURIComponent(f.text), (t) => ({text: decoded(t).slice(0, LONGEST_TEXT)})],
};

// `view` is {zoom, lat, lon} or null; `event` the id of the selected event or null.
function fragmentOf(model, {filters, sort, event, view, theme}) {
  const pairs = Object.entries(FRAGMENT).map(([key, [write]]) => [key, write(filters, model)]);
  pairs.push(["sort", sort === "newest" ? "" : sort], ["theme", theme === "auto" ? "" : theme]);
  pairs.push(["event", event === null ? "" : encodeURIComponent(event)]);
  if (view !== null) pairs.push(["view", `${view.zoom}/${view.lat.toFixed(4)}/${view.lon.toFixed(4)}`]);
  return pairs.filter(([, text]) => text !== "").map(([key, text]) => `${key}=${text}`).join("&");
}

// All of a view; what the fragment does not say, or says wrongly, is as in a fresh page.
function readFragment(model, text) {
  const told = new Map(text.replace(/^#/, "").split("&").map((pair) => {
    const cut = pair.indexOf("=");
    return cut < 0 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
  }));
  const filters = noFilters();
  for (const [key, [, read]] of Object.entries(FRAGMENT)) {
    if (told.has(key)) Object.assign(filters, read(told.get(key), model));
  }
  const one = (key, known, usual) => (known.includes(told.get(key)) ? told.get(key) : usual);
  return {
    filters, sort: one("sort", Object.keys(ORDERS), "newest"), theme: one("theme", THEMES, "auto"),
    event: told.has("event") ? decoded(told.get("event")) : null, view: readView(told.get("view") ?? ""),
  };
}

function readView(text) {
  const parts = text.split("/");
  if (parts.length !== 3) return null;
  const [zoom, lat, lon] = [[0, 18], [-90, 90], [-720, 720]].map((range, n) => numberIn(parts[n], ...range));
  const view = {zoom, lat, lon};
  return Object.values(view).some(Number.isNaN) ? null : view;
}
