// By what events are filtered. A facet gives a test for an event, or null where it lets all pass.
const TOLL_STEPS = [1, 10, 50];
const SHARE_STEPS = [0.3, 0.5, 0.7, 0.9];

function noFilters() {
  return {
    kinds: new Set(), subs: new Set(), levels: new Set(), grades: new Set(), sources: new Set(),
    killed: 0, untold: null, from: NaN, to: NaN, undated: false, confidence: 0, placed: 0, text: "",
  };
}

// Whether events pass whose toll is not told: they do until a number is asked for, unless the reader says so.
function withUntold(filters) {
  return filters.untold ?? filters.killed === 0;
}

function amongFacet(column, chosen) {
  return chosen.size === 0 ? null : (i) => chosen.has(column[i]);
}

const FACETS = [
  {name: "kind", keys: ["kinds", "subs"], test({columns: c}, {kinds, subs}) {
    return kinds.size + subs.size === 0 ? null : (i) => kinds.has(c.kind[i]) || subs.has(c.sub[i]);
  }},
  {name: "level", keys: ["levels"], test: ({columns: c}, f) => amongFacet(c.level, f.levels)},
  {name: "grade", keys: ["grades"], test: ({columns: c}, f) => amongFacet(c.grade, f.grades)},
  {name: "source", keys: ["sources"], test(model, {sources}) {
    return sources.size === 0 ? null : (i) => model.outletsOf(i).some((outlet) => sources.has(outlet));
  }},
  {name: "killed", keys: ["killed", "untold"], test({columns: c}, filters) {
    const {killed} = filters, untold = withUntold(filters);
    if (killed === 0 && untold) return null;
    return (i) => (isTold(c, i) ? c.killedLow[i] >= killed || killed === 0 : untold);
  }},
  {name: "date", keys: ["from", "to", "undated"], test({columns: c}, {from, to, undated}) {
    if (Number.isNaN(from) && Number.isNaN(to)) return null;
    // A comparison with NaN is false: an open end shuts nothing out.
    return (i) => (Number.isNaN(c.start[i]) ? undated : !(c.end[i] < from) && !(c.start[i] > to));
  }},
  {name: "confidence", keys: ["confidence"], test({columns: c}, {confidence}) {
    return confidence === 0 ? null : (i) => c.confidence[i] >= confidence - SHARE_GRAIN;
  }},
  {name: "placed", keys: ["placed"], test({columns: c}, {placed}) {
    return placed === 0 ? null : (i) => c.placeConfidence[i] >= placed - SHARE_GRAIN;
  }},
  {name: "text", keys: ["text"], test: (model, {text}, search) => search(text)},
];
// Shares may be kept in single precision, where 0.7 is a little less than 0.7.
const SHARE_GRAIN = 1e-6;

function isTold(columns, i) {
  return columns.killedLow[i] >= 0 || columns.killedHigh[i] >= 0;
}

// How many events each option would show: of those that pass every other facet.
function facetCounts(model, state) {
  const {columns: c} = model;
  const counts = {
    kinds: new Uint32Array(model.kinds.length), subs: new Uint32Array(model.subs.length),
    levels: new Uint32Array(LEVELS.length), grades: new Uint32Array(model.grades.length),
    sources: new Uint32Array(model.outlets.length), tolls: [0, 0, 0, 0], untold: 0, undated: 0,
    confidence: [0, 0, 0, 0, 0], placed: [0, 0, 0, 0, 0],
  };
  state.leaving("kind", (i) => { counts.kinds[c.kind[i]]++; counts.subs[c.sub[i]]++; });
  state.leaving("level", (i) => { counts.levels[c.level[i]]++; });
  state.leaving("grade", (i) => { counts.grades[c.grade[i]]++; });
  state.leaving("source", (i) => { for (const outlet of model.outletsOf(i)) counts.sources[outlet]++; });
  state.leaving("killed", (i) => {
    counts.tolls[0]++;
    if (!isTold(c, i)) counts.untold++;
    for (let k = 0; k < TOLL_STEPS.length; k++) if (c.killedLow[i] >= TOLL_STEPS[k]) counts.tolls[k + 1]++;
  });
  state.leaving("date", (i) => { if (Number.isNaN(c.start[i])) counts.undated++; });
  state.leaving("confidence", (i) => countShares(counts.confidence, c.confidence[i]));
  state.leaving("placed", (i) => countShares(counts.placed, c.placeConfidence[i]));
  return counts;
}

function countShares(bins, share) {
  bins[0]++;
  for (let k = 0; k < SHARE_STEPS.length; k++) if (share >= SHARE_STEPS[k] - SHARE_GRAIN) bins[k + 1]++;
}
