// The events of one sign spread around it on the screen; where they are stored does not change.
const SPREAD = 60;

// Steps in pixels from the middle: a ring for a few, a spiral for more.
function spreadSteps(count) {
  const few = count <= 8, steps = [];
  let angle = 0, distance = few ? 44 : 32;
  for (let i = 0; i < count; i++) {
    angle = few ? (2 * Math.PI * i) / count : angle + 27 / distance;
    if (!few) distance += (27 * 27) / (2 * Math.PI * distance) + 0.6;
    steps.push([distance * Math.sin(angle), -distance * Math.cos(angle)]);
  }
  return steps;
}

// events: their numbers; x, y: the middle, in world units.
function spreadOf(events, x, y) {
  const steps = spreadSteps(events.length), reach = Math.max(...steps.map(([dx, dy]) => Math.hypot(dx, dy))) + 16;
  return {x, y, reach, items: Array.from(events, (i, at) => ({i, dx: steps[at][0], dy: steps[at][1]}))};
}

function paintSpread(ctx, view, spread, scene) {
  const {palette} = scene;
  const x = view.x(spread.x), y = view.y(spread.y);
  ctx.globalAlpha = 0.85;
  disc(ctx, x, y, spread.reach, palette.paper);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.leg;
  ctx.lineWidth = 0.8;
  for (const item of spread.items) {
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + item.dx, y + item.dy);
    ctx.stroke();
  }
  disc(ctx, x, y, 3, palette.leg);
  for (const item of spread.items) eventGlyph(ctx, scene, item.i, x + item.dx, y + item.dy);
}

// The event under the pointer; null between them, undefined where the spread does not reach.
function spreadAt(view, spread, wx, wy) {
  const px = (wx - spread.x) * view.scale, py = (wy - spread.y) * view.scale;
  if (Math.hypot(px, py) > spread.reach) return undefined;
  let best = null, nearest = 15;
  for (const item of spread.items) {
    const away = Math.hypot(item.dx - px, item.dy - py);
    if (away < nearest) {
      nearest = away;
      best = item;
    }
  }
  return best;
}
