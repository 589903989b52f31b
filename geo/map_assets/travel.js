// Moving the map to events, and marking the one that is selected.
const CLOSEST = 13;

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

function selectEvent(scene, i) {
  scene.selected = i;
  if (i === null || Number.isNaN(scene.model.columns.lat[i])) {
    fold(scene);
    scene.paintReach();
    return;
  }
  const spread = scene.spread !== null && scene.spread.items.some((item) => item.i === i);
  if (!spread) scene.spread = null;
  if (spread || !travelTo(scene, i)) openStack(scene, i);
}

// Whether the map has to move; then the stack is opened when it has come to rest.
function travelTo(scene, i) {
  const {map, model} = scene, bounds = boundsOf(model, [i], model.isArea(i));
  const zoom = model.isArea(i) ? areaZoom(map, bounds) : pointZoom(scene, i);
  const inner = map.getBounds().pad(-0.06);
  if (zoom === map.getZoom() && inner.contains(bounds)) return false;
  map.once("moveend", () => { if (scene.selected === i) openStack(scene, i); });
  map.setView(bounds.getCenter(), zoom, {animate: scene.animate()});
  return true;
}

// An area is shown whole, and not as a speck.
function areaZoom(map, bounds) {
  const whole = map.getBoundsZoom(bounds, false, [60, 60]);
  return map.getZoom() > whole || map.getZoom() < whole - 4 ? whole : map.getZoom();
}

// As far in as the event stands apart from those at other points, and no further than its radius fits the view.
function pointZoom(scene, i) {
  const {map, model, maker, spots} = scene, now = map.getZoom();
  const marks = maker.at(now), mark = marks.markOf(i);
  if (mark < 0 || marks.places[mark] === 1) return now;
  const apart = CROWDED / nearestSpot(scene, spots.of[i]);
  const fits = map.getBoundsZoom(boundsOf(model, [i], true), false, [40, 40]);
  return Math.max(now, Math.min(Math.ceil(Math.log2(apart)), fits, CLOSEST));
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
