// How far off a place may be, and what is selected: drawn under the signs; the selected event itself above them.
function paintReaches(ctx, view, scene) {
  const {hovered, selected, model, spots, palette} = scene;
  if (hovered !== null) paintTarget(ctx, view, scene, hovered);
  if (selected === null || Number.isNaN(model.columns.lat[selected])) return;
  const colour = palette.kinds[model.columns.kind[selected]].colour;
  if (model.isArea(selected)) loudArea(ctx, view, scene, spotShape(model, spots, spots.of[selected]), colour);
  else paintRadius(ctx, view, model, selected, colour);
}

function paintTarget(ctx, view, scene, target) {
  const {model, palette} = scene;
  if (target.type === "area") {
    const marks = scene.maker.at(scene.map.getZoom());
    loudArea(ctx, view, scene, target.shape, uniformColour(marks, target.mark, palette));
  }
  if (target.type !== "event" && target.type !== "item" && target.type !== "stack") return;
  const radii = new Set();
  for (const i of target.events) {
    const radius = model.columns.radius[i];
    if (radii.has(radius)) continue;
    radii.add(radius);
    const kind = palette.kinds[model.columns.kind[i]];
    paintRadius(ctx, view, model, i, target.type === "stack" ? palette.mixed : kind.colour);
  }
}

function loudArea(ctx, view, scene, shape, colour) {
  const {line, fill} = scene.style.area;
  paintArea(ctx, view, shape, colour, {line: line + 1.2, fill: Math.max(0.16, fill), alpha: 1});
}

// Where the true place may lie, around its point.
function paintRadius(ctx, view, model, i, colour) {
  const shape = areaShape(model, i);
  if ((shape.box[2] - shape.box[0]) * view.scale < 8) return; // hidden under the sign itself
  ctx.beginPath();
  traceRings(ctx, view, shape.rings);
  ctx.globalAlpha = 0.12;
  ctx.fillStyle = colour;
  ctx.fill("evenodd");
  ctx.globalAlpha = 0.9;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.4;
  ctx.setLineDash([2, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function paintTop(ctx, view, scene) {
  const {spread, selected, hovered, model, palette} = scene;
  if (spread !== null) paintSpread(ctx, view, spread, scene);
  if (hovered !== null && hovered.r > 0) {
    ringAround(ctx, view.x(hovered.x), view.y(hovered.y), hovered.r + 3.5, palette, 1.4);
  }
  if (selected === null || !model.isPoint(selected)) return;
  const item = spread && spread.items.find((one) => one.i === selected);
  const x = view.x(item ? spread.x : worldX(model.columns.lon[selected])) + (item ? item.dx : 0);
  const y = view.y(item ? spread.y : worldY(model.columns.lat[selected])) + (item ? item.dy : 0);
  ringAround(ctx, x, y, sizeOf(model.style, model.columns.killedLow[selected]) + 5, palette, 2.6);
  eventGlyph(ctx, scene, selected, x, y);
}

function ringAround(ctx, x, y, r, palette, width) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.strokeStyle = palette.paper;
  ctx.lineWidth = width + 2.5;
  ctx.stroke();
  ctx.strokeStyle = palette.focus;
  ctx.lineWidth = width;
  ctx.stroke();
}
