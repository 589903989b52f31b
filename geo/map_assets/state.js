// Which events are shown and which one is selected; all parts of the page listen here and to nobody else.
function makeState(model, search) {
  const fails = new Uint16Array(model.count); // a bit for each facet that the event does not pass
  const listeners = {shown: [], select: [], hover: []};
  const state = {
    filters: noFilters(), shown: new Uint8Array(model.count).fill(1), total: model.count, selected: null,
    sort: "newest",
  };
  const tell = (name, ...values) => listeners[name].forEach((listener) => listener(...values));

  state.on = (name, listener) => { listeners[name].push(listener); };

  // Takes some filters anew, sees which events pass, and tells it.
  state.set = (patch) => {
    Object.assign(state.filters, patch);
    refilter(state, fails, patch, (facet) => facet.test(model, state.filters, search));
    tell("shown", state.shown);
  };

  state.clear = () => state.set(noFilters());

  state.sortBy = (sort) => {
    state.sort = sort;
    tell("shown", state.shown);
  };

  // Visits each event that passes every facet but this one.
  state.leaving = (name, visit) => {
    const others = ~(1 << FACETS.findIndex((facet) => facet.name === name));
    for (let i = 0; i < model.count; i++) if ((fails[i] & others) === 0) visit(i);
  };

  state.select = (i, whence) => {
    state.selected = i;
    tell("select", i, whence);
  };

  state.hover = (i) => tell("hover", i);
  return state;
}

function refilter(state, fails, patch, testOf) {
  FACETS.forEach((facet, k) => {
    if (facet.keys.some((key) => key in patch)) judge(fails, 1 << k, testOf(facet));
  });
  state.total = 0;
  for (let i = 0; i < fails.length; i++) state.total += state.shown[i] = fails[i] === 0 ? 1 : 0;
}

function judge(fails, bit, passes) {
  if (passes === null) {
    for (let i = 0; i < fails.length; i++) fails[i] &= ~bit;
  } else {
    for (let i = 0; i < fails.length; i++) fails[i] = passes(i) ? fails[i] & ~bit : fails[i] | bit;
  }
}
