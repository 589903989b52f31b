// The order of the list. Each order of all events is made once, when first asked for.
const ORDERS = {
  newest: (c, i) => (Number.isNaN(c.end[i]) ? -Infinity : c.end[i]),
  deadliest: (c, i) => (c.killedLow[i] >= 0 ? c.killedLow[i] : isTold(c, i) ? 0.5 : -1),
  surest: (c, i) => c.confidence[i],
};

function makeOrder(model) {
  const made = {};
  const order = (sort) => {
    const keys = Float64Array.from({length: model.count}, (_, i) => ORDERS[sort](model.columns, i));
    return Uint32Array.from({length: model.count}, (_, i) => i).sort((a, b) => keys[b] - keys[a] || a - b);
  };
  // The shown events in an order, as their numbers.
  return (state) => {
    made[state.sort] ??= order(state.sort);
    const listed = new Uint32Array(state.total);
    let n = 0;
    for (const i of made[state.sort]) if (state.shown[i]) listed[n++] = i;
    return listed;
  };
}
