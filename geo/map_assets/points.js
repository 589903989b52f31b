// Events at a place or near it: a shape each; a number in a ring for a stack, a thicker one with a halo for a cluster.
function pointLayer(model) {
  const spots = spotsOf(model, (i) => model.isPoint(i));
  const maker = markMaker(model, spots, (zoom) => (maker.total > CROWD && zoom < DEEPEST ? CROWDED : CLOSE));
  return {maker, spots};
}
const DEEPEST = 18;

// How wide a sign is, pixels from its middle.
function markRadius(model, marks, mark) {
  if (marks.n[mark] === 1) return sizeOf(model.style, model.columns.killedLow[marks.membersOf(mark)[0]]);
  return 10 + 3.2 * Math.log10(marks.n[mark]);
}

function paintPoints(ctx, view, layer, model, palette, areas) {
  const around = margin(view.box, 30 / view.scale);
  const rings = areas.maker.at(view.zoom);
  for (const mark of rings.within(around, 64 / view.scale)) {
    if (rings.places[mark] > 1) paintCount(ctx, view, model, palette, rings, mark, true);
  }
  const marks = layer.maker.at(view.zoom);
  for (const mark of marks.within(around, 64 / view.scale)) {
    if (marks.n[mark] === 1) paintEvent(ctx, view, model, palette, marks, mark);
    else paintCount(ctx, view, model, palette, marks, mark, false);
  }
}

function margin(box, by) {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by];
}

function paintEvent(ctx, view, model, palette, marks, mark) {
  eventGlyph(ctx, model, palette, marks.membersOf(mark)[0], view.x(marks.x[mark]), view.y(marks.y[mark]));
}

function eventGlyph(ctx, model, palette, i, x, y) {
  const {kind, killedLow, killedHigh} = model.columns;
  const hollow = killedLow[i] < 0 && killedHigh[i] < 0;
  drawGlyph(ctx, palette.kinds[kind[i]], x, y, sizeOf(model.style, killedLow[i]), palette, hollow);
}

// A number on paper, in a ring that is parted by event type. Dashed: events in several areas.
function paintCount(ctx, view, model, palette, marks, mark, dashed) {
  const x = view.x(marks.x[mark]), y = view.y(marks.y[mark]), r = markRadius(model, marks, mark);
  const joined = marks.places[mark] > 1;
  disc(ctx, x, y, r + (joined ? 5 : 0), joined ? palette.halo : palette.paper);
  disc(ctx, x, y, r + 1, palette.paper);
  ctx.lineWidth = joined ? 3.5 : 2.4;
  if (dashed) ctx.setLineDash([4, 3]);
  partedRing(ctx, x, y, r - 1, marks, mark, palette);
  ctx.setLineDash([]);
  ctx.fillStyle = palette.ink;
  ctx.font = `600 ${marks.n[mark] < 1000 ? 11.5 : 10}px system-ui, sans-serif`;
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

// The sign under the pointer, or null: points before rings of areas, the nearest first.
function markAt(view, x, y, marks, model, counts) {
  const reach = 30 / view.scale, box = [x - reach, y - reach, x + reach, y + reach];
  let best = null, nearest = Infinity;
  for (const mark of marks.within(box, 64 / view.scale)) {
    if (counts && marks.places[mark] < 2) continue;
    const away = Math.hypot(marks.x[mark] - x, marks.y[mark] - y) * view.scale;
    if (away <= markRadius(model, marks, mark) + 4 && away < nearest) {
      nearest = away;
      best = mark;
    }
  }
  return best;
}
