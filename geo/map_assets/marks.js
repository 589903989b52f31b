// Which signs stand on the map at a zoom: an event, a stack of events at one point, an area, or a cluster of several
// of them that are too close together to be told apart. Worked out once per zoom and choice of events.
const CROWD = 400; // from so many events on, signs keep more room
const CLOSE = 13;
const CROWDED = 42;
const SMALL_AREA = 40; // in a crowd an area of a smaller radius may be part of a cluster; pixels
const SPECK = 8; // an area of a smaller radius anywhere; alone it is a dashed ring of this size
const DEEPEST = 18;

function markMaker(model, spots) {
  let order = [], shown = new Uint8Array(model.count), total = 0, known = new Map();
  const crowded = (zoom) => total > CROWD && zoom < DEEPEST;
  const joins = (spot, zoom) => !spots.wide[spot]
    || radiusPixels(model, spots.first[spot], zoom) < (crowded(zoom) ? SMALL_AREA : SPECK);
  return {
    get total() { return total; },
    get order() { return order; },
    // mask: 1 for the events that are shown.
    choose(mask) {
      shown = mask;
      known = new Map();
      total = 0;
      const sizes = new Int32Array(spots.count);
      for (let i = 0; i < model.count; i++) {
        if (mask[i] && spots.of[i] >= 0) {
          sizes[spots.of[i]] += 1;
          total += 1;
        }
      }
      order = Array.from(sizes.keys()).filter((s) => sizes[s]).sort((a, b) => sizes[b] - sizes[a] || a - b);
    },
    at(zoom) {
      if (!known.has(zoom)) {
        const room = crowded(zoom) ? CROWDED : CLOSE;
        const joined = joinSpots(spots, order, room / 2 ** zoom, (spot) => joins(spot, zoom));
        known.set(zoom, gatherMarks(model, spots, shown, joined));
      }
      return known.get(zoom);
    },
  };
}

// The fullest spot takes in all that lie within `side` of it, then the next. A sign stands at its fullest spot, so
// no two are nearer than that.
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

// {count, seeds, x, y, n: events of a sign, spread over `places` spots, `wide` of them in areas, `kinds` by type}
function gatherMarks(model, spots, shown, {seeds, markOf}) {
  const count = seeds.length, kind = model.columns.kind, kindCount = model.kinds.length;
  const [n, places, wide] = [0, 0, 0].map(() => new Int32Array(count)), kinds = new Int32Array(count * kindCount);
  for (let s = 0; s < spots.count; s++) if (markOf[s] >= 0) places[markOf[s]] += 1;
  const markOfEvent = (i) => (shown[i] && spots.of[i] >= 0 ? markOf[spots.of[i]] : -1);
  const each = (visit) => {
    for (let i = 0; i < model.count; i++) if (shown[i] && spots.of[i] >= 0) visit(i, markOf[spots.of[i]]);
  };
  each((i, mark) => {
    n[mark] += 1;
    wide[mark] += spots.wide[spots.of[i]];
    kinds[mark * kindCount + kind[i]] += 1;
  });
  const start = new Int32Array(count + 1);
  for (let m = 0; m < count; m++) start[m + 1] = start[m] + n[m];
  const members = new Int32Array(start[count]), filled = start.slice();
  each((i, mark) => { members[filled[mark]++] = i; });
  const marks = {
    count, seeds, n, places, wide, kinds, kindCount, markOf: markOfEvent,
    x: Float64Array.from(seeds, (s) => spots.x[s]), y: Float64Array.from(seeds, (s) => spots.y[s]),
    membersOf: (m) => members.subarray(start[m], start[m + 1]),
  };
  return {...marks, within: withinOf(marks), isArea: (m) => places[m] === 1 && spots.wide[seeds[m]] === 1};
}

// Which signs stand in a box of the world; `unit` is the width of a square of the index.
function withinOf({count, x, y}) {
  const all = Int32Array.from({length: count}, (_, m) => m);
  let grid = null, side = 0;
  return (box, unit) => {
    if (side !== unit) {
      grid = gridOf(x, y, all, unit);
      side = unit;
    }
    const inside = (m) => x[m] >= box[0] && x[m] <= box[2] && y[m] >= box[1] && y[m] <= box[3];
    return grid.within(...box).filter(inside).sort((a, b) => a - b);
  };
}
