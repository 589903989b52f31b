// The world's outlines as tools/compile_borders.py packs them. A line that two countries share is there once.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CHUNK = 64;

// {countries: [[name, [lat, lon], square degrees], ...] widest first; lines: coasts, then borders from number
// `borders`, then disputed borders from number `disputed`; polygons: rings of numbers of lines, ~n for one read
// backwards}. A line holds x and y of its points in units of the world (a little beyond its edge where it runs
// over it), and the box of every CHUNK points, for only what is in view is drawn.
function readBorders(data) {
  const values = new Uint8Array(128);
  for (let i = 0; i < LETTERS.length; i++) values[LETTERS.charCodeAt(i)] = i;
  return {
    countries: data.countries.map(([name, at, size]) => [name, at, size]).sort((a, b) => b[2] - a[2]),
    lines: data.lines.map((packed) => boxed(unpacked(packed, data.scale, values))),
    polygons: data.countries.flatMap((country) => country[3]),
    borders: data.borders,
    disputed: data.disputed,
  };
}

// Five bits a letter, low ones first; the sixth says that more follow, the lowest of a number is its sign.
function unpacked(packed, scale, values) {
  const xy = [];
  let lon = 0, lat = 0, number = 0, shift = 0, odd = true;
  for (let i = 0; i < packed.length; i++) {
    const bits = values[packed.charCodeAt(i)];
    number |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    const step = number & 1 ? -(number >> 1) : number >> 1;
    if (odd) lon += step;
    else {
      lat += step;
      xy.push(worldX(lon / scale), worldY(lat / scale));
    }
    odd = !odd;
    number = shift = 0;
  }
  return Float64Array.from(xy);
}

// The line with the west, north, east and south of each chunk; neighbouring chunks share a point.
function boxed(xy) {
  const count = Math.max(1, Math.ceil((xy.length / 2 - 1) / CHUNK));
  const boxes = Array.from({length: count}, (_, c) => boxOf([xy.subarray(2 * c * CHUNK, 2 * (c + 1) * CHUNK + 2)]));
  return {xy, boxes};
}
