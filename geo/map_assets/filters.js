// The filters: for each facet its options, with how many events each would show.
const SOURCES_SHOWN = 12;

function makeFilters(model, state, signs) {
  const parent = part("filters");
  const updates = [
    kindFilter(parent, model, state, signs), killedFilter(parent, state), dateFilter(parent, state),
    setFilter(parent, state, "level", "levels", LEVELS.map((name) => say(`level.${name}`)), ranked(model, "level")),
    shareFilter(parent, state, "confidence"), shareFilter(parent, state, "placed"),
    setFilter(parent, state, "grade", "grades", model.grades.map(gradeInWords), ranked(model, "grade")),
    sourceFilter(parent, model, state),
  ];
  const update = () => {
    const counts = facetCounts(model, state);
    for (const each of updates) each(counts, state.filters);
    part("clear-filters").hidden = describe(model, state).length === 0;
  };
  const clear = button(parent, say("clear"), "", () => state.clear());
  clear.id = "clear-filters";
  parent.prepend(clear);
  return update;
}

function gradeInWords(grade) {
  return say("card.support.words", {grade, words: say(`grade_${grade.toLowerCase()}`)});
}

// The values of a column that any event has, in their own order.
function ranked(model, name) {
  return [...new Set(model.columns[name])].sort((a, b) => a - b);
}

function fieldset(parent, words) {
  const set = put(parent, "fieldset");
  put(set, "legend", words);
  return set;
}

// One option; the function given back shows its count and whether it is chosen.
function option(parent, {type, name, words, sign, act}) {
  const label = put(parent, "label", null, "option");
  const input = put(label, "input");
  input.type = type;
  input.name = name;
  input.addEventListener("change", () => act(input.checked));
  if (sign) label.append(sign);
  putTold(label, "span", words, "words");
  const count = put(label, "span", "", "n");
  return (n, checked, partly = false) => {
    input.checked = checked;
    input.indeterminate = partly;
    count.textContent = n.toLocaleString("en");
    count.ariaLabel = say("filter.count", {n});
    label.classList.toggle("none", n === 0);
  };
}

function changed(set, value, held) {
  const next = new Set(set);
  if (held) next.add(value);
  else next.delete(value);
  return next;
}

// Event types, each with its sub-types under it. A type chosen whole takes the place of its sub-types.
function kindFilter(parent, model, state, signs) {
  const set = fieldset(parent, say("filter.kind"));
  const {kind, sub} = model.columns;
  const kindOf = new Map();
  for (let i = 0; i < model.count; i++) kindOf.set(sub[i], kind[i]);
  const updates = ranked(model, "kind").map((k) => {
    const subs = [...kindOf.keys()].filter((s) => kindOf.get(s) === k).sort((a, b) => a - b);
    const line = put(set, "div", null, "kind-line");
    const show = option(line, {
      type: "checkbox", name: "kind", words: model.style.types[k].label, sign: signs.ofKind(k),
      act: (held) => state.set({
        kinds: changed(state.filters.kinds, k, held),
        subs: new Set([...state.filters.subs].filter((s) => !subs.includes(s))),
      }),
    });
    const inner = subOptions(set, line, model, state, k, subs);
    return (counts, {kinds, subs: chosen}) => {
      const partly = !kinds.has(k) && subs.some((s) => chosen.has(s));
      show(counts.kinds[k], kinds.has(k), partly);
      inner(counts, state.filters, partly);
    };
  });
  return (counts, filters) => updates.forEach((update) => update(counts, filters));
}

function subOptions(set, line, model, state, k, subs) {
  const box = put(set, "div", null, "subs");
  box.hidden = true;
  const opener = button(line, "", "opener", () => show(box.hidden));
  opener.ariaLabel = say("filter.subs", {name: model.style.types[k].label});
  const show = (open) => {
    box.hidden = !open;
    opener.ariaExpanded = String(open);
  };
  show(false);
  const updates = subs.map((s) => option(box, {
    type: "checkbox", name: "sub", words: model.subs[s],
    act: (held) => state.set({
      subs: changed(state.filters.subs, s, held), kinds: changed(state.filters.kinds, k, false),
    }),
  }));
  return (counts, filters, partly) => {
    if (partly) show(true);
    updates.forEach((update, n) => update(counts.subs[subs[n]], filters.subs.has(subs[n])));
  };
}

function setFilter(parent, state, name, key, words, values) {
  const set = fieldset(parent, say(`filter.${name}`));
  const updates = values.map((value) => option(set, {
    type: "checkbox", name, words: words[value],
    act: (held) => state.set({[key]: changed(state.filters[key], value, held)}),
  }));
  return (counts, filters) => {
    updates.forEach((update, n) => update(counts[key][values[n]], filters[key].has(values[n])));
  };
}

function killedFilter(parent, state) {
  const set = fieldset(parent, say("filter.killed"));
  const choose = (killed) => state.set({killed, untold: null});
  const updates = [0, ...TOLL_STEPS].map((n) => option(set, {
    type: "radio", name: "killed", words: n === 0 ? say("filter.killed.any") : say("filter.killed.some", {n}),
    act: () => choose(n),
  }));
  const label = put(set, "label", null, "typed");
  put(label, "span", say("filter.killed.other"));
  const input = put(label, "input");
  Object.assign(input, {type: "number", min: 0, max: 10000000, step: 1, name: "killed-other"});
  input.addEventListener("change", () => choose(Math.floor(Math.min(Math.max(Number(input.value), 0), 1e7)) || 0));
  const untold = option(set, {
    type: "checkbox", name: "untold", words: say("filter.killed.untold"),
    act: (held) => state.set({untold: held === (state.filters.killed === 0) ? null : held}),
  });
  return (counts, filters) => {
    updates.forEach((update, n) => update(counts.tolls[n], filters.killed === (n === 0 ? 0 : TOLL_STEPS[n - 1])));
    input.value = filters.killed === 0 || TOLL_STEPS.includes(filters.killed) ? "" : filters.killed;
    untold(counts.untold, withUntold(filters));
  };
}

function dateFilter(parent, state) {
  const set = fieldset(parent, say("filter.date"));
  const line = put(set, "div", null, "dates");
  const inputs = ["from", "to"].map((key) => {
    const label = put(line, "label");
    put(label, "span", say(`filter.date.${key}`));
    const input = put(label, "input");
    Object.assign(input, {type: "date", name: key});
    input.addEventListener("change", () => state.set({[key]: dayNumber(input.value)}));
    return input;
  });
  const undated = option(set, {
    type: "checkbox", name: "undated", words: say("filter.date.undated"), act: (held) => state.set({undated: held}),
  });
  put(set, "p", say("filter.date.note"), "note");
  return (counts, {from, to, undated: held}) => {
    const ranged = !Number.isNaN(from) || !Number.isNaN(to);
    [from, to].forEach((day, n) => {
      if (document.activeElement !== inputs[n] || !Number.isNaN(day)) inputs[n].value = dayText(day);
    });
    undated(counts.undated, held || !ranged);
    set.querySelector("[name=undated]").disabled = !ranged;
  };
}

function shareFilter(parent, state, name) {
  const set = fieldset(parent, say(`filter.${name}`));
  const updates = [0, ...SHARE_STEPS].map((n) => option(set, {
    type: "radio", name, words: n === 0 ? say("filter.share.any") : say("filter.share.some", {n: String(n)}),
    act: () => state.set({[name]: n}),
  }));
  return (counts, filters) => updates.forEach((update, n) => {
    update(counts[name][n], filters[name] === (n === 0 ? 0 : SHARE_STEPS[n - 1]));
  });
}
