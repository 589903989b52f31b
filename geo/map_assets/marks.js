// Which signs stand on the map at a zoom: an event, a stack of events at one point, or a cluster of several points
// too close together to be told apart. Worked out once per zoom and choice of events.
const CROWD = 400;
const CLOSE = 13;
const CROWDED = 36;

// Events by the exact point that they lie at. chosen(i): which events; far(i): what else must be equal.
function spotsOf(model, chosen, far = () => "") {
  const {lat, lon} = model.columns, numbers = new Map();
  const of = new Int32Array(model.count).fill(-1), xs = [], ys = [], first = [];
  for (let i = 0; i < model.count; i++) {
    if (!chosen(i)) continue;
    const key = `${lat[i]}|${lon[i]}|${far(i)}`;
    let spot = numbers.get(key);
    if (spot === undefined) {
      spot = xs.length;
      numbers.set(key, spot);
      xs.push(worldX(lon[i]));
      ys.push(worldY(lat[i]));
      first.push(i);
    }
    of[i] = spot;
  }
  return {of, x: Float64Array.from(xs), y: Float64Array.from(ys), first, count: xs.length};
}

// The signs for spots. reach(zoom, total): pixels within which spots are one sign; joins(spot, zoom): which spots
// may be joined at all.
function markMaker(model, spots, reach, joins = () => true) {
  const kindCount = model.kinds.length;
  let order = [], sizes = new Int32Array(spots.count), shown = new Uint8Array(model.count), total = 0;
  let known = new Map();
  return {
    get total() { return total; },
    get order() { return order; },
    choose(mask) {
      shown = mask;
      known = new Map();
      sizes = new Int32Array(spots.count);
      total = 0;
      for (let i = 0; i < model.count; i++) {
        if (mask[i] && spots.of[i] >= 0) {
          sizes[spots.of[i]] += 1;
          total += 1;
        }
      }
      order = [];
      for (let s = 0; s < spots.count; s++) if (sizes[s]) order.push(s);
      order.sort((a, b) => sizes[b] - sizes[a] || a - b);
    },
    at(zoom) {
      if (!known.has(zoom)) {
        const side = reach(zoom, order.length) / 2 ** zoom;
        const joined = joinSpots(spots, order, side, (s) => joins(s, zoom));
        known.set(zoom, gatherMarks(model, spots, shown, joined, kindCount));
      }
      return known.get(zoom);
    },
  };
}

// The fullest spot takes in all that lie within `side` of it, then the next. A sign stands at its fullest spot, so
// no two signs are nearer than that.
function joinSpots(spots, order, side, joins) {
  const {x, y} = spots, taken = new Uint8Array(order.length), markOf = new Int32Array(spots.count).fill(-1);
  const grid = gridOf(x, y, order, side), seeds = [];
  order.forEach((seed, position) => {
    if (taken[position]) return;
    const mark = seeds.push(seed) - 1;
    taken[position] = 1;
    markOf[seed] = mark;
    if (!joins(seed)) return;
    grid.around(x[seed], y[seed], taken, (m) => {
      const dx = x[order[m]] - x[seed], dy = y[order[m]] - y[seed];
      if (dx * dx + dy * dy > side * side || !joins(order[m])) return;
      taken[m] = 1;
      markOf[order[m]] = mark;
    });
  });
  return {seeds, markOf};
}

function gatherMarks(model, spots, shown, {seeds, markOf}, kindCount) {
  const count = seeds.length, kind = model.columns.kind;
  const n = new Int32Array(count), kinds = new Int32Array(count * kindCount), places = new Int32Array(count);
  for (let s = 0; s < spots.count; s++) if (markOf[s] >= 0) places[markOf[s]] += 1;
  const each = (visit) => {
    for (let i = 0; i < model.count; i++) if (shown[i] && spots.of[i] >= 0) visit(i, markOf[spots.of[i]]);
  };
  each((i, mark) => {
    n[mark] += 1;
    kinds[mark * kindCount + kind[i]] += 1;
  });
  const start = new Int32Array(count + 1);
  for (let m = 0; m < count; m++) start[m + 1] = start[m] + n[m];
  const members = new Int32Array(start[count]), filled = start.slice();
  each((i, mark) => { members[filled[mark]++] = i; });
  const x = Float64Array.from(seeds, (s) => spots.x[s]), y = Float64Array.from(seeds, (s) => spots.y[s]);
  const all = Int32Array.from({length: count}, (_, m) => m);
  let grid = null, side = 0;
  return {
    count, x, y, n, kinds, places, seeds, kindCount, markOf: (i) => (shown[i] && spots.of[i] >= 0 ? markOf[spots.of[i]] : -1),
    membersOf: (m) => members.subarray(start[m], start[m + 1]),
    // Signs in a box of the world. `unit` is the width of a square of the index, the same at each call.
    within(box, unit) {
      if (grid === null || side !== unit) {
        grid = gridOf(x, y, all, unit);
        side = unit;
      }
      const inside = (m) => x[m] >= box[0] && x[m] <= box[2] && y[m] >= box[1] && y[m] <= box[3];
      return grid.within(...box).filter(inside).sort((a, b) => a - b);
    },
  };
}
