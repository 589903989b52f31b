// The world's outlines as tools/compile_borders.py packs them. A line that two countries share is there once.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CHUNK = 64;

// {countries: [[name, [lat, lon], square degrees], ...] widest first; lines: coasts, then borders from number
// `borders`, then disputed borders from number `disputed`; polygons: rings of numbers of lines, ~n for one read
// backwards}. A line holds x and y of its points on Mercator's square, 0 to 1 (a little more or less where it
// runs over the edge of the world), and the box of every CHUNK points, for only what is in view is drawn.
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
      xy.push(lon / scale / 360 + 0.5, mercator(lat / scale));
    }
    odd = !odd;
    number = shift = 0;
  }
  return Float64Array.from(xy);
}

function mercator(lat) {
  const sine = Math.sin((Math.max(-85.06, Math.min(85.06, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

// The line with the west, north, east and south of each chunk; neighbouring chunks share a point.
function boxed(xy) {
  const count = Math.max(1, Math.ceil((xy.length / 2 - 1) / CHUNK));
  const boxes = new Float64Array(4 * count);
  for (let c = 0; c < count; c++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 2 * c * CHUNK; i <= 2 * (c + 1) * CHUNK && i < xy.length; i += 2) {
      box[0] = Math.min(box[0], xy[i]);
      box[1] = Math.min(box[1], xy[i + 1]);
      box[2] = Math.max(box[2], xy[i]);
      box[3] = Math.max(box[3], xy[i + 1]);
    }
    boxes.set(box, 4 * c);
  }
  return {xy, boxes};
}
