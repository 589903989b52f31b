// The filters in use in words: as chips that a click takes away, and as a sentence for print.
function describe(model, state) {
  const f = state.filters, chips = [];
  const chip = (words, patch) => chips.push({words, patch});
  const each = (key, words) => {
    for (const value of f[key]) chip(words(value), () => ({[key]: changed(state.filters[key], value, false)}));
  };
  if (f.text !== "") chip(say("chip.text", {text: f.text}), () => ({text: ""}));
  each("kinds", (k) => model.style.types[k].label);
  each("subs", (s) => model.subs[s]);
  if (f.killed !== 0) chip(say("chip.killed", {n: f.killed}), () => ({killed: 0, untold: null}));
  if (f.untold !== null) chip(say(`chip.untold.${f.untold ? "with" : "without"}`), () => ({untold: null}));
  if (!Number.isNaN(f.from)) chip(say("chip.from", {day: dayInWords(dayText(f.from))}), () => ({from: NaN}));
  if (!Number.isNaN(f.to)) chip(say("chip.to", {day: dayInWords(dayText(f.to))}), () => ({to: NaN}));
  if (f.undated) chip(say("chip.undated"), () => ({undated: false}));
  each("levels", (k) => say(`level.${LEVELS[k]}`));
  if (f.confidence !== 0) chip(say("chip.confidence", {n: String(f.confidence)}), () => ({confidence: 0}));
  if (f.placed !== 0) chip(say("chip.placed", {n: String(f.placed)}), () => ({placed: 0}));
  each("grades", (k) => say("chip.grade", {name: model.grades[k]}));
  each("sources", (k) => say("chip.source", {name: model.outlets[k]}));
  return chips;
}

function makeChips(model, state) {
  const list = part("chips");
  return () => {
    const chips = describe(model, state);
    list.replaceChildren();
    list.hidden = chips.length === 0;
    for (const {words, patch} of chips) {
      const chip = button(put(list, "li"), words, "chip", () => state.set(patch()));
      chip.dir = "auto";
      chip.ariaLabel = say("chip.remove", {words});
    }
    if (chips.length > 0) button(put(list, "li"), say("clear"), "quiet", () => state.clear());
    part("tab-filters").textContent = say(chips.length === 0 ? "tab.filters" : "tab.filters.on", {n: chips.length});
  };
}

// How many of the events shown are markers, areas, or not on the map.
function countsInWords(model, state) {
  const counts = {points: 0, areas: 0, off: 0};
  for (let i = 0; i < model.count; i++) {
    if (state.shown[i]) counts[model.isPoint(i) ? "points" : model.isArea(i) ? "areas" : "off"]++;
  }
  return Object.keys(counts).filter((name) => counts[name] > 0)
    .map((name) => say(`counts.${name}`, {n: counts[name]})).join(" · ");
}

function totalInWords(model, state) {
  if (state.total === model.count) return say("events", {n: model.count});
  return state.total === 0 ? say("total.none") : say("total.some", {n: state.total, all: model.count});
}
