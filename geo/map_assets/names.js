// Names that fit: the widest countries, the areas, the places with most events first; none over another or a sign.
const NAMED_AREAS = 40;

function namesLayer(map, scene, countries) {
  const layer = L.layerGroup().addTo(map);
  return {
    write() {
      layer.clearLayers();
      const room = roomOf(map, scene);
      if (map.getZoom() >= (scene.maker.total > CROWD ? 8 : 6)) writePlaces(map, scene, layer, room);
      writeAreas(map, scene, layer, room);
      if (!scene.streets) writeCountries(map, layer, room, countries);
    },
  };
}

// What is taken already: boxes on the screen.
function roomOf(map, scene) {
  const view = visibleView(map), marks = scene.maker.at(view.zoom), taken = [];
  for (const mark of marksInBox(scene, view, 0)) {
    const x = view.x(marks.x[mark]), y = view.y(marks.y[mark]), r = markRadius(scene.model, marks, mark);
    taken.push([x - r, y - r, x + r, y + r]);
  }
  return {view, taken, names: 0};
}

function fits(room, x, y, text, size) {
  const half = text.length * size * 0.29, box = [x - half, y - 8, x + half, y + 8];
  if (box[0] < 2 || box[1] < 2 || box[2] > room.view.width - 2 || box[3] > room.view.height - 2) return false;
  if (room.taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) return false;
  room.taken.push(box);
  room.names += 1;
  return true;
}

// A name whose middle stands at a point of the world, `down` pixels below it.
function writeName(map, layer, wx, wy, text, className, down) {
  const span = document.createElement("span");
  span.textContent = text;
  span.dir = "auto";
  const icon = L.divIcon({html: span, className, iconSize: [0, 0], iconAnchor: [0, -down]});
  L.marker(latlngOf(wx, wy), {icon, pane: "names", interactive: false, keyboard: false}).addTo(layer);
}

function writeCountries(map, layer, room, countries) {
  const {view} = room, scale = view.scale ** 2;
  for (const [name, [lat, lng], size] of countries) {
    if (size * scale < 9000) break;
    const x = worldX(lng), y = worldY(lat);
    if (fits(room, view.x(x), view.y(y), name, 14)) writeName(map, layer, x, y, name, "country-name", 0);
  }
}

// The name of an area stands at its top, or its foot; not in the middle, where it would look like a place.
function writeAreas(map, scene, layer, room) {
  const {view} = room, found = areasInView(scene, view);
  const until = room.names + (found.length > NAMED_AREAS ? 8 : 30);
  for (const area of found.slice(0, 400)) {
    if (room.names >= until) break;
    const text = areaTitle(scene, area);
    for (const [[x, y], down] of [[topOf(area.shape), -9], [footOf(area.shape), 9]]) {
      if (!fits(room, view.x(x), view.y(y) + down, text, 12)) continue;
      writeName(map, layer, x, y, text, "area-name", down);
      break;
    }
  }
}

function topOf(shape) {
  return furthest(shape, (y, best) => y < best);
}

function footOf(shape) {
  return furthest(shape, (y, best) => y > best);
}

function furthest({rings}, further) {
  let [x, y] = rings[0];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) if (further(ring[i + 1], y)) [x, y] = [ring[i], ring[i + 1]];
  }
  return [x, y];
}

function areaTitle(scene, area) {
  const marks = scene.maker.at(scene.map.getZoom()), n = marks.n[area.mark];
  const words = areaInWords(scene.model.event(marks.membersOf(area.mark)[0]));
  return n === 1 ? words : say("area_count", {area: words, count: n.toLocaleString("en")});
}

function writePlaces(map, scene, layer, room) {
  const {view} = room, marks = scene.maker.at(view.zoom);
  for (const mark of marksInBox(scene, view, 0)) {
    if (room.names > 90) break;
    if (marks.places[mark] > 1) continue;
    const name = scene.model.placeName(marks.membersOf(mark)[0]);
    if (name === null) continue;
    const down = markRadius(scene.model, marks, mark) + 9;
    if (!fits(room, view.x(marks.x[mark]), view.y(marks.y[mark]) + down, name, 11.5)) continue;
    writeName(map, layer, marks.x[mark], marks.y[mark], name, "place-name", down);
  }
}
