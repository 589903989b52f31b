// What a reader can point at: {type, key, x, y (world), events (their numbers), mark, shape}. Types: event; item (of
// a spread); stack (of one point); cluster (of several spots); area.
function targetAt(scene, layerPoint) {
  const {map} = scene, origin = map.getPixelOrigin(), zoom = map.getZoom(), scale = 2 ** zoom;
  const x = (layerPoint.x + origin.x) / scale, y = (layerPoint.y + origin.y) / scale;
  const view = {zoom, scale, box: [x, y, x, y]};
  const item = scene.spread === null ? undefined : spreadAt(view, scene.spread, x, y);
  if (item !== undefined) return item && itemTarget(scene, item, view);
  const mark = markAt(scene, view, x, y);
  if (mark !== null) return markTarget(scene, mark);
  const area = areaAt(scene, view, x, y);
  return area && areaTarget(scene, area, x, y);
}

function itemTarget(scene, item, view) {
  const x = scene.spread.x + item.dx / view.scale, y = scene.spread.y + item.dy / view.scale;
  return {type: "item", key: `i${item.i}`, x, y, r: 10, events: [item.i]};
}

function markTarget(scene, mark) {
  const marks = scene.maker.at(scene.map.getZoom()), events = marks.membersOf(mark);
  const type = marks.n[mark] === 1 ? "event" : marks.places[mark] === 1 ? "stack" : "cluster";
  const r = markRadius(scene.model, marks, mark);
  return {type, key: `p${mark}`, x: marks.x[mark], y: marks.y[mark], r, events, mark};
}

function areaTarget(scene, {mark, shape}, x, y) {
  const events = scene.maker.at(scene.map.getZoom()).membersOf(mark);
  return {type: "area", key: `a${mark}`, x, y, r: 0, events, mark, shape};
}

// All that is in view: what is spread, and the signs, those with most events first.
function targetsInView(scene) {
  const view = visibleView(scene.map);
  const items = scene.spread ? scene.spread.items.map((item) => itemTarget(scene, item, view)) : [];
  const marks = marksInBox(scene, view, 0).map((mark) => markTarget(scene, mark));
  const areas = areasInView(scene, view).map((area) => areaTarget(scene, area, ...topOf(area.shape)));
  const signs = [...marks, ...areas].sort((a, b) => b.events.length - a.events.length);
  return {items, signs, view};
}

// What it is, in lines of words.
function targetLines(scene, target) {
  const {model} = scene, count = target.events.length, n = count.toLocaleString("en");
  if (target.type === "cluster") return [...clusterLines(scene, target, n), ...killedLine(model, target.events)];
  const event = model.event(target.events[0]);
  if (target.type === "area") {
    const title = areaInWords(event);
    if (count > 1) return [say("area_count", {area: title, count: n}), ...killedLine(model, target.events)];
    return [title, event.sub_event_type, dateInWords(event), killedInWords(event)];
  }
  if (target.type === "stack") {
    const title = say(count > SPREAD ? "stack_list" : "stack", {count: n});
    return [title, placeInWords(event), ...killedLine(model, target.events)];
  }
  return [event.sub_event_type, dateInWords(event), placeInWords(event), killedInWords(event)];
}

function clusterLines(scene, target, n) {
  const wide = scene.maker.at(scene.map.getZoom()).wide[target.mark];
  const lines = [say("cluster", {count: n})];
  if (wide) lines.push(say("cluster_wide", {count: wide.toLocaleString("en")}));
  return lines;
}

// "Killed, lower figures added up: 57 (told of 12)": the lower figures that are told, added up.
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
