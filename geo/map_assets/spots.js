// Events by where they lie: those at exactly one point are one spot; those of one area (its middle, radius, level and
// name) are one too. {of: the spot of each event or -1, x, y, first: an event of each, wide: 1 for an area, count}
function spotsOf(model) {
  const {lat, lon, radius, level} = model.columns, numbers = new Map();
  const of = new Int32Array(model.count).fill(-1), first = [];
  for (let i = 0; i < model.count; i++) {
    if (Number.isNaN(lat[i])) continue;
    let key = `${lat[i]}|${lon[i]}`;
    if (model.isArea(i)) key += `|${radius[i]}|${level[i]}|${model.placeName(i)}`;
    let spot = numbers.get(key);
    if (spot === undefined) {
      spot = first.push(i) - 1;
      numbers.set(key, spot);
    }
    of[i] = spot;
  }
  return {
    of, first, count: first.length,
    x: Float64Array.from(first, (i) => worldX(lon[i])), y: Float64Array.from(first, (i) => worldY(lat[i])),
    wide: Uint8Array.from(first, (i) => (model.isArea(i) ? 1 : 0)), shapes: new Array(first.length),
  };
}

// The outline or circle of a spot, made when it is first drawn.
function spotShape(model, spots, spot) {
  return (spots.shapes[spot] ??= areaShape(model, spots.first[spot]));
}

// How many pixels the radius of an event's area takes at a zoom.
function radiusPixels(model, i, zoom) {
  const {radius, lat} = model.columns;
  return (radius[i] / (40075 * Math.max(0.05, Math.cos(lat[i] * RAD)))) * WORLD * 2 ** zoom;
}
