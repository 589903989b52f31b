// Moving the map to events, and marking the one that is selected.
const CLOSEST = 13;
const EDGE = 30; // pixels that stay free around what is shown whole

// All of the shown events in view, provinces whole; countries only where there is nothing finer.
function frameEvents(scene, shown) {
  const {map, model} = scene, all = Array.from({length: model.count}, (_, i) => i).filter((i) => shown[i]);
  const bounds = boundsOf(model, all.filter((i) => model.isPoint(i)), false);
  const areas = all.filter((i) => model.isArea(i)), near = areas.filter((i) => model.columns.radius[i] <= 300);
  const wide = boundsOf(model, bounds.isValid() || near.length ? near : areas, true);
  if (wide.isValid()) bounds.extend(wide);
  if (bounds.isValid()) map.fitBounds(bounds, {padding: [40, 40], maxZoom: 9, animate: false});
  else map.setView([20, 20], 2, {animate: false});
}

// stay: the map keeps its view as long as the event's own point can be seen in it.
function selectEvent(scene, i, stay) {
  scene.selected = i;
  if (i === null || Number.isNaN(scene.model.columns.lat[i])) {
    fold(scene);
    scene.paintReach();
    return;
  }
  const spread = scene.spread !== null && scene.spread.items.some((item) => item.i === i);
  if (!spread) scene.spread = null;
  if (!travelTo(scene, i, spread, stay)) openStack(scene, i);
}

// Whether the map has to move; then the stack is opened when it has come to rest. What is spread stays so.
function travelTo(scene, i, spread, stay) {
  const {map, model} = scene, bounds = reachBounds(scene, i), whole = wholeZoom(scene, bounds);
  let zoom = map.getZoom();
  if (!spread && !stay) zoom = model.isArea(i) ? areaZoom(zoom, whole) : Math.min(pointZoom(scene, i, whole), whole);
  const aim = stay || zoom > whole ? boundsOf(model, [i], false) : bounds;
  if (zoom === map.getZoom() && isClear(scene, aim)) return false;
  map.once("moveend", () => { if (scene.selected === i) openStack(scene, i); });
  map.setView(freeCentre(scene, aim, zoom), zoom, {animate: scene.animate()});
  return true;
}

// Where an event may lie, as a box: its outline, or the circle around its point.
function reachBounds({model, spots}, i) {
  const {box} = model.isArea(i) ? spotShape(model, spots, spots.of[i]) : areaShape(model, i);
  // What reaches over the edge of the world is drawn at both of its ends.
  if (box[2] - box[0] > WORLD / 2) return boundsOf(model, [i], true);
  return L.latLngBounds(latlngOf(box[0], box[3]), latlngOf(box[2], box[1]));
}

// The closest zoom at which a box fits into the part of the map that nothing covers.
function wholeZoom({map, covered}, bounds) {
  return map.getBoundsZoom(bounds, false, [2 * EDGE + covered(), 2 * EDGE]);
}

// Whether the whole box is in that part already.
function isClear({map, covered}, bounds) {
  const low = map.latLngToContainerPoint(bounds.getSouthWest()), size = map.getSize();
  const high = map.latLngToContainerPoint(bounds.getNorthEast()), slack = EDGE - 2; // for centres on whole pixels
  return low.x >= slack && high.y >= slack && high.x <= size.x - covered() - slack && low.y <= size.y - slack;
}

// The centre of the map that puts the middle of a box into the middle of that part.
function freeCentre({map, covered}, bounds, zoom) {
  const low = map.project(bounds.getSouthWest(), zoom), high = map.project(bounds.getNorthEast(), zoom);
  return map.unproject(low.add(high).divideBy(2).add([covered() / 2, 0]), zoom);
}

// As close as the event's whole reach can be seen.
function comeCloser(scene, i) {
  const bounds = reachBounds(scene, i), zoom = Math.min(wholeZoom(scene, bounds), CLOSEST);
  scene.map.setView(freeCentre(scene, bounds, zoom), zoom, {animate: false});
}

// An area is shown whole, and not as a speck.
function areaZoom(now, whole) {
  return now > whole || now < whole - 4 ? whole : now;
}

// As far in as the event stands apart from those at other points, and no further than its whole reach fits.
function pointZoom(scene, i, whole) {
  const {map, maker, spots} = scene, now = map.getZoom();
  const marks = maker.at(now), mark = marks.markOf(i);
  if (mark < 0 || marks.places[mark] === 1) return now;
  const apart = CROWDED / nearestSpot(scene, spots.of[i]);
  return Math.max(now, Math.min(Math.ceil(Math.log2(apart)), whole, CLOSEST));
}

// The distance to the nearest other point of shown events, in units of the world.
function nearestSpot({spots, maker}, spot) {
  let nearest = Infinity;
  for (const other of maker.order) {
    if (other === spot) continue;
    nearest = Math.min(nearest, (spots.x[other] - spots.x[spot]) ** 2 + (spots.y[other] - spots.y[spot]) ** 2);
  }
  return Math.sqrt(nearest);
}

function openStack(scene, i) {
  const marks = scene.maker.at(scene.map.getZoom()), mark = marks.markOf(i);
  const folded = scene.spread === null || scene.spread.items.every((item) => item.i !== i);
  if (mark >= 0 && folded && marks.places[mark] === 1 && marks.n[mark] > 1 && marks.n[mark] <= SPREAD) {
    scene.spread = spreadOf(marks.membersOf(mark), marks.x[mark], marks.y[mark]);
  }
  scene.changed();
}

// What pointing at an event's own sign would give; null where it is not on the map or not shown.
function eventTarget(scene, i) {
  const zoom = scene.map.getZoom(), {lat, lon} = scene.model.columns;
  if (Number.isNaN(lat[i])) return null;
  if (scene.model.isPoint(i)) {
    return {type: "event", key: `e${i}`, x: worldX(lon[i]), y: worldY(lat[i]), r: 10, events: [i]};
  }
  const mark = scene.maker.at(zoom).markOf(i);
  if (mark < 0) return null;
  const shape = spotShape(scene.model, scene.spots, scene.spots.of[i]);
  return {...areaTarget(scene, {mark, shape}, ...topOf(shape)), key: `e${i}`, events: [i]};
}
