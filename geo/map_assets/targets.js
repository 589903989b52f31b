// What a reader can point at: {type, key, x, y (world), events (their numbers), mark, shape}. Types: event; item (of
// a spread); stack (of one point); cluster (of several points); area; areas (several small ones).
function targetAt(scene, layerPoint) {
  const {map} = scene, origin = map.getPixelOrigin(), zoom = map.getZoom(), scale = 2 ** zoom;
  const x = (layerPoint.x + origin.x) / scale, y = (layerPoint.y + origin.y) / scale;
  const view = {zoom, scale, box: [x, y, x, y]};
  const item = scene.spread && spreadAt(view, scene.spread, x, y);
  if (item) return itemTarget(scene, item, view);
  const point = markAt(view, x, y, scene.points.maker.at(zoom), scene.model, false);
  if (point !== null) return pointTarget(scene, point);
  const ring = markAt(view, x, y, scene.areas.maker.at(zoom), scene.model, true);
  if (ring !== null) return areasTarget(scene, ring);
  const area = areaAt(scene.areas, view, x, y);
  return area && areaTarget(scene, area, x, y);
}

function itemTarget(scene, item, view) {
  const x = scene.spread.x + item.dx / view.scale, y = scene.spread.y + item.dy / view.scale;
  return {type: "item", key: `i${item.i}`, x, y, r: 10, events: [item.i]};
}

function pointTarget(scene, mark) {
  const marks = scene.points.maker.at(scene.map.getZoom()), events = marks.membersOf(mark);
  const type = marks.n[mark] === 1 ? "event" : marks.places[mark] === 1 ? "stack" : "cluster";
  const r = markRadius(scene.model, marks, mark);
  return {type, key: `p${mark}`, x: marks.x[mark], y: marks.y[mark], r, events, mark};
}

function areasTarget(scene, mark) {
  const marks = scene.areas.maker.at(scene.map.getZoom()), r = markRadius(scene.model, marks, mark);
  return {type: "areas", key: `r${mark}`, x: marks.x[mark], y: marks.y[mark], r, events: marks.membersOf(mark), mark};
}

function areaTarget(scene, {mark, shape}, x, y) {
  const events = scene.areas.maker.at(scene.map.getZoom()).membersOf(mark);
  return {type: "area", key: `a${mark}`, x, y, r: 0, events, mark, shape};
}

// All that is in view: what is spread first, then points, rings and areas, those with most events first.
function targetsInView(scene) {
  const view = visibleView(scene.map), unit = 64 / view.scale;
  const items = scene.spread ? scene.spread.items.map((item) => itemTarget(scene, item, view)) : [];
  const points = scene.points.maker.at(view.zoom).within(view.box, unit).map((mark) => pointTarget(scene, mark));
  const marks = scene.areas.maker.at(view.zoom);
  const rings = marks.within(view.box, unit).filter((m) => marks.places[m] > 1).map((m) => areasTarget(scene, m));
  const areas = areasInView(scene.areas, view).map((area) => areaTarget(scene, area, ...topOf(area.shape)));
  const signs = [...points, ...rings, ...areas].sort((a, b) => b.events.length - a.events.length);
  return {items, signs, view};
}

// What it is, in lines of words.
function targetLines(scene, target) {
  const {model} = scene, count = target.events.length;
  const n = count.toLocaleString("en");
  if (target.type === "cluster") return [say("cluster", {count: n}), ...killedLine(model, target.events)];
  if (target.type === "areas") return [say("areas", {count: n}), ...killedLine(model, target.events)];
  const event = model.event(target.events[0]);
  if (target.type === "area") {
    const title = count === 1 ? areaInWords(event) : say("area_count", {area: areaInWords(event), count: n});
    return count === 1 ? [title, event.sub_event_type, dateInWords(event), killedInWords(event)] : [title, ...killedLine(model, target.events)];
  }
  if (target.type === "stack") {
    const place = placeInWords(event);
    return [say(count > SPREAD ? "stack_list" : "stack", {count: n}), place, ...killedLine(model, target.events)];
  }
  return [event.sub_event_type, dateInWords(event), placeInWords(event), killedInWords(event)];
}

// "Killed: at least 57, told of 12": the lower figures that are told, added up.
function killedLine(model, events) {
  let killed = 0, told = 0;
  for (const i of events) {
    if (model.columns.killedLow[i] < 0) continue;
    told += 1;
    killed += model.columns.killedLow[i];
  }
  if (!told) return [];
  return [say("killed_sum", {killed: killed.toLocaleString("en"), told: told.toLocaleString("en")})];
}
