// Points by the square that they lie in: who is near a place is found without asking everyone.
// xs, ys: coordinates; members: which of them; side: of a square, in the same units.
function gridOf(xs, ys, members, side) {
  const first = new Map(), next = new Int32Array(members.length);
  const key = (x, y) => Math.floor(x / side) * 16777216 + Math.floor(y / side);
  // From the last to the first, so that each square lists them in their order.
  for (let m = members.length - 1; m >= 0; m--) {
    const at = key(xs[members[m]], ys[members[m]]);
    next[m] = first.get(at) ?? -1;
    first.set(at, m);
  }
  return {
    // Calls visit(position in members) for all in the squares around a point that are not taken, and forgets
    // those that are.
    around(x, y, taken, visit) {
      for (let i = -1; i <= 1; i++) {
        for (let j = -1; j <= 1; j++) walk(first, next, key(x + i * side, y + j * side), taken, visit);
      }
    },
    // The positions of all in the squares that a box touches.
    within(x0, y0, x1, y1) {
      const found = [];
      for (let cx = Math.floor(x0 / side); cx <= Math.floor(x1 / side); cx++) {
        for (let cy = Math.floor(y0 / side); cy <= Math.floor(y1 / side); cy++) {
          for (let m = first.get(cx * 16777216 + cy) ?? -1; m >= 0; m = next[m]) found.push(m);
        }
      }
      return found;
    },
  };
}

// Along the list of one square.
function walk(first, next, square, taken, visit) {
  let before = -1;
  for (let m = first.get(square) ?? -1; m >= 0; m = next[m]) {
    if (!taken[m]) {
      visit(m);
      before = m;
    } else if (before >= 0) {
      next[before] = next[m];
    } else if (next[m] >= 0) {
      first.set(square, next[m]);
    } else {
      first.delete(square);
    }
  }
}
