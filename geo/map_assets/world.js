// Where things lie on the flat world of zoom 0, 256 units wide; stored coordinates are only ever read.
const WORLD = 256;
const RAD = Math.PI / 180;
const EARTH_KM = 6371.0088;

function worldX(lon) {
  return ((lon + 180) / 360) * WORLD;
}

function worldY(lat) {
  const s = Math.sin(Math.max(-85.05112878, Math.min(85.05112878, lat)) * RAD);
  return WORLD / 2 - (WORLD / (4 * Math.PI)) * Math.log((1 + s) / (1 - s));
}

function latlngOf(x, y) {
  const n = Math.PI - (2 * Math.PI * y) / WORLD;
  return L.latLng(Math.atan(Math.sinh(n)) / RAD, (x / WORLD) * 360 - 180);
}

// A ring of [lat, lng] as [x, y, x, y, ...].
function worldRing(ring) {
  const flat = new Float64Array(ring.length * 2);
  ring.forEach(([lat, lon], i) => {
    flat[2 * i] = worldX(lon);
    flat[2 * i + 1] = worldY(lat);
  });
  return flat;
}

// All that lies within `km` of a point, as rings of [lat, lng]: at both edges of the world where it reaches over
// one, and up to the pole that it holds.
function circleRings(lat, lon, km) {
  const ring = circleRing(lat, lon, km), lons = ring.map((point) => point[1]);
  if (km / EARTH_KM >= (90 - Math.abs(lat)) * RAD) return [polarRing(ring, lat)];
  const turns = [0, Math.max(...lons) > 180 ? -360 : 0, Math.min(...lons) < -180 ? 360 : 0];
  return turns.filter((turn, i) => i === 0 || turn !== 0).map((turn) => ring.map(([y, x]) => [y, x + turn]));
}

// The ring read as the coast of a cap, unrolled once around the globe and closed along the pole.
function polarRing(ring, lat) {
  const coast = ring.map(([y, x]) => [y, ((((x + 180) % 360) + 360) % 360) - 180]).sort((a, b) => a[1] - b[1]);
  const edge = coast[0][0], pole = lat < 0 ? -90 : 90;
  return [[edge, -180], ...coast, [edge, 180], [pole, 180], [pole, -180]];
}

// Longitudes run on past 180.
function circleRing(lat, lon, km) {
  const delta = km / EARTH_KM, phi = lat * RAD, ring = [];
  for (let i = 0; i < 64; i++) {
    const theta = (i / 32) * Math.PI;
    const s = Math.sin(phi) * Math.cos(delta) + Math.cos(phi) * Math.sin(delta) * Math.cos(theta);
    const across = Math.sin(theta) * Math.sin(delta) * Math.cos(phi);
    const along = Math.cos(delta) - Math.sin(phi) * s;
    ring.push([Math.asin(Math.max(-1, Math.min(1, s))) / RAD, lon + Math.atan2(across, along) / RAD]);
  }
  return ring;
}

// [west, north, east, south] of flat rings, in world units.
function boxOf(rings) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]);
      box[1] = Math.min(box[1], ring[i + 1]);
      box[2] = Math.max(box[2], ring[i]);
      box[3] = Math.max(box[3], ring[i + 1]);
    }
  }
  return box;
}

function overlap(a, b) {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

// Whether a point lies inside rings (even-odd), and how near it comes to their edge: [inside, distance].
function pointAndRings(rings, x, y) {
  let inside = false, nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const ax = ring[i], ay = ring[i + 1], bx = ring[j], by = ring[j + 1];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
      nearest = Math.min(nearest, (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2);
    }
  }
  return [inside, Math.sqrt(nearest)];
}
