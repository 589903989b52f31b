// Events known only to an area: its outline, or a circle; never a pin. One place is drawn once, with its count.
// Where there are very many, small ones close together are a dashed ring with a number.
const MANY_AREAS = 150;
const SMALL_AREA = 48;
const AREA_REACH = 44;

function areaLayer(model) {
  const {radius, level, lat} = model.columns;
  const spots = spotsOf(model, (i) => model.isArea(i), (i) => `${radius[i]}|${level[i]}|${model.placeName(i)}`);
  const shapes = new Array(spots.count);
  const shape = (spot) => (shapes[spot] ??= areaShape(model, spots.first[spot]));
  const pixels = (spot, zoom) => {
    const i = spots.first[spot];
    return (radius[i] / (40075 * Math.max(0.05, Math.cos(lat[i] * RAD)))) * WORLD * 2 ** zoom;
  };
  let many = false;
  const maker = markMaker(
    model, spots,
    (zoom, total) => { many = total > MANY_AREAS; return many ? AREA_REACH : 0; },
    (spot, zoom) => many && pixels(spot, zoom) < SMALL_AREA,
  );
  return {maker, spots, shape};
}

function areaShape(model, i) {
  const {lat, lon, radius} = model.columns;
  const outlined = model.outline(i), circle = outlined === null;
  const rings = (circle ? [[circleRing(lat[i], lon[i], radius[i])]] : outlined).flat().map(worldRing);
  return {rings, box: boxOf(rings), circle, size: radius[i]};
}

// The areas of a zoom that touch a view, widest first: [{mark, spot, shape}].
function areasInView(layer, view) {
  const marks = layer.maker.at(view.zoom), found = [];
  for (let mark = 0; mark < marks.count; mark++) {
    if (marks.places[mark] > 1) continue;
    const spot = marks.seeds[mark], shape = layer.shape(spot);
    if (overlap(shape.box, view.box)) found.push({mark, spot, shape});
  }
  return found.sort((a, b) => b.shape.size - a.shape.size || a.spot - b.spot);
}

function paintAreas(ctx, view, layer, palette, look) {
  const marks = layer.maker.at(view.zoom), areas = areasInView(layer, view);
  const crowd = areas.length > 40 ? Math.max(0.35, 40 / areas.length) : 1;
  for (const {mark, shape} of areas) {
    const colour = uniformColour(marks, mark, palette);
    paintArea(ctx, view, shape, colour, {line: look.line, fill: look.fill * crowd * crowd, alpha: 0.45 + 0.4 * crowd});
  }
}

function paintArea(ctx, view, shape, colour, {line, fill, alpha}) {
  ctx.beginPath();
  traceRings(ctx, view, shape.rings);
  ctx.globalAlpha = fill;
  ctx.fillStyle = colour;
  ctx.fill("evenodd");
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = colour;
  ctx.lineWidth = line;
  ctx.lineJoin = "round";
  ctx.setLineDash([7, 5]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

// The colour of a sign: its type's, or that of several.
function uniformColour(marks, mark, palette) {
  const kind = uniformKind(marks, mark);
  return kind === null ? palette.mixed : palette.kinds[kind].colour;
}

function uniformKind(marks, mark) {
  for (let k = 0; k < marks.kindCount; k++) {
    const n = marks.kinds[mark * marks.kindCount + k];
    if (n) return n === marks.n[mark] ? k : null;
  }
  return null;
}

// The area under the pointer: the one whose edge is touched, else the smallest that holds it; null for none.
function areaAt(layer, view, x, y) {
  let best = null, nearest = 6 / view.scale;
  for (const area of areasInView(layer, view)) {
    const {box, rings} = area.shape;
    if (x < box[0] - nearest || x > box[2] + nearest || y < box[1] - nearest || y > box[3] + nearest) continue;
    const [inside, distance] = pointAndRings(rings, x, y);
    if (distance < nearest) {
      nearest = distance;
      best = area;
    } else if (inside && nearest === 6 / view.scale) {
      best = area; // widest come first, so the last one that holds it is the smallest
    }
  }
  return best;
}
