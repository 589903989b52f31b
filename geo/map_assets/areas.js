// Events known only to an area: its outline, or a circle; never a pin. One area is drawn once, with its count.
function areaShape(model, i) {
  const {lat, lon, radius} = model.columns, outlined = model.outline(i);
  const polygons = outlined === null ? [circleRings(lat[i], lon[i], radius[i])] : outlined;
  const rings = polygons.flat().map(worldRing);
  return {rings, box: boxOf(rings), size: radius[i]};
}

// The areas that touch a view, widest first: [{mark, spot, shape}].
function areasInView(scene, view) {
  const marks = scene.maker.at(view.zoom), found = [];
  for (let mark = 0; mark < marks.count; mark++) {
    if (!marks.isArea(mark)) continue;
    const spot = marks.seeds[mark], shape = spotShape(scene.model, scene.spots, spot);
    if (overlap(shape.box, view.box)) found.push({mark, spot, shape});
  }
  return found.sort((a, b) => b.shape.size - a.shape.size || a.spot - b.spot);
}

function paintAreas(ctx, view, scene) {
  const marks = scene.maker.at(view.zoom), areas = areasInView(scene, view), look = scene.style.area;
  const calm = areas.length > 8 ? Math.max(0.2, 8 / areas.length) : 1;
  const drawn = {line: look.line, fill: look.fill * calm, alpha: 0.5 + 0.35 * calm};
  for (const {mark, shape} of areas) {
    paintArea(ctx, view, shape, uniformColour(marks, mark, scene.palette), drawn);
  }
}

// Whether an area is too small to be seen at a zoom.
function isSpeck({box}, view) {
  return Math.max(box[2] - box[0], box[3] - box[1]) * view.scale < 2 * SPECK;
}

function middleOf({box}) {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

function paintArea(ctx, view, shape, colour, {line, fill, alpha}) {
  const speck = isSpeck(shape, view), [x, y] = middleOf(shape);
  ctx.beginPath();
  if (speck) ctx.arc(view.x(x), view.y(y), SPECK, 0, 2 * Math.PI);
  else traceRings(ctx, view, shape.rings);
  ctx.globalAlpha = fill;
  ctx.fillStyle = colour;
  ctx.fill("evenodd");
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = colour;
  ctx.lineWidth = line;
  ctx.lineJoin = "round";
  ctx.setLineDash(speck ? [4, 3] : [7, 5]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

// The colour of a sign: its type's, or that of several.
function uniformColour(marks, mark, palette) {
  for (let k = 0; k < marks.kindCount; k++) {
    const n = marks.kinds[mark * marks.kindCount + k];
    if (n) return n === marks.n[mark] ? palette.kinds[k].colour : palette.mixed;
  }
  return palette.mixed;
}

// As pointAndRings, of the ring that is drawn for a speck.
function speckAt(shape, view, x, y) {
  const [midX, midY] = middleOf(shape), away = Math.hypot(midX - x, midY - y) - SPECK / view.scale;
  return [away < 0, Math.abs(away)];
}

// The area under the pointer: the one whose edge is touched, else the smallest that holds it; null for none.
function areaAt(scene, view, x, y) {
  const touch = 6 / view.scale, around = (SPECK + 6) / view.scale;
  let best = null, nearest = touch;
  for (const area of areasInView(scene, {...view, box: margin(view.box, around)})) {
    const [inside, distance] = isSpeck(area.shape, view)
      ? speckAt(area.shape, view, x, y) : pointAndRings(area.shape.rings, x, y);
    if (distance < nearest) {
      nearest = distance;
      best = area;
    } else if (inside && nearest === touch) {
      best = area; // widest come first, so the last one that holds it is the smallest
    }
  }
  return best;
}
