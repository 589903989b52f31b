// Events at a place or near it: a shape each; a number in a ring for a stack; a number in a ring with a halo for a
// cluster, dashed where all of it are areas.
function markRadius(model, marks, mark) {
  if (marks.n[mark] === 1) return sizeOf(model.style, model.columns.killedLow[marks.membersOf(mark)[0]]);
  return 9 + 3.6 * Math.log10(marks.n[mark]);
}

function marksInBox(scene, view, by) {
  const marks = scene.maker.at(view.zoom), box = margin(view.box, by / view.scale);
  return marks.within(box, 64 / view.scale).filter((mark) => !marks.isArea(mark));
}

function margin(box, by) {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

function paintPoints(ctx, view, scene) {
  const marks = scene.maker.at(view.zoom);
  for (const mark of marksInBox(scene, view, 30)) {
    const x = view.x(marks.x[mark]), y = view.y(marks.y[mark]);
    if (marks.n[mark] === 1) eventGlyph(ctx, scene, marks.membersOf(mark)[0], x, y);
    else paintCount(ctx, scene, marks, mark, x, y);
  }
}

function eventGlyph(ctx, scene, i, x, y) {
  const {kind, killedLow, killedHigh} = scene.model.columns;
  const hollow = killedLow[i] < 0 && killedHigh[i] < 0;
  drawGlyph(ctx, scene.palette.kinds[kind[i]], x, y, sizeOf(scene.style, killedLow[i]), scene.palette, hollow);
}

// A number on paper, in a ring that is parted by event type.
function paintCount(ctx, scene, marks, mark, x, y) {
  const {palette} = scene, r = markRadius(scene.model, marks, mark), joined = marks.places[mark] > 1;
  if (joined) disc(ctx, x, y, r + 4, palette.halo);
  disc(ctx, x, y, r + 0.6, palette.paper);
  ctx.lineWidth = joined ? 3 : 2.2;
  if (marks.wide[mark] === marks.n[mark]) ctx.setLineDash([4, 3]);
  partedRing(ctx, x, y, r - 1, marks, mark, palette);
  ctx.setLineDash([]);
  ctx.fillStyle = palette.ink;
  ctx.font = `600 ${marks.n[mark] < 1000 ? 11.5 : 10.5}px system-ui, sans-serif`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(shortCount(marks.n[mark]), x, y + 0.5);
}

function disc(ctx, x, y, r, colour) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fillStyle = colour;
  ctx.fill();
}

function partedRing(ctx, x, y, r, marks, mark, palette) {
  let from = -Math.PI / 2;
  for (let k = 0; k < marks.kindCount; k++) {
    const share = marks.kinds[mark * marks.kindCount + k] / marks.n[mark];
    if (!share) continue;
    ctx.beginPath();
    ctx.arc(x, y, r, from, from + share * 2 * Math.PI);
    ctx.strokeStyle = palette.kinds[k].colour;
    ctx.stroke();
    from += share * 2 * Math.PI;
  }
}

// "812", "3.4k", "57k".
function shortCount(n) {
  if (n < 1000) return String(n);
  return n < 9950 ? `${(n / 1000).toFixed(1)}k` : `${Math.round(n / 1000)}k`;
}

// The sign nearest to the pointer among those that it touches, or null.
function markAt(scene, view, x, y) {
  const marks = scene.maker.at(view.zoom), slack = scene.coarse ? 12 : 4; // a finger is no mouse
  let best = null, nearest = Infinity;
  for (const mark of marksInBox(scene, view, 36)) {
    const away = Math.hypot(marks.x[mark] - x, marks.y[mark] - y) * view.scale;
    if (away <= markRadius(scene.model, marks, mark) + slack && away < nearest) {
      nearest = away;
      best = mark;
    }
  }
  return best;
}
