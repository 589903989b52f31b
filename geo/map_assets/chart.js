// The events on the map. Coordinates are never changed: markers of one point are spread on the screen only.
const SPREAD = 60;
// From so many on, events close together on the screen are one number too, which a click takes apart.
const CROWD = 400;
const CELL = 44;
const MANY_AREAS = 40;

// Events of the shown types by place: [[event, ...], ...], in the file's order.
function gathered(events, key) {
  const places = new Map();
  for (const event of events) {
    const k = key(event);
    if (!places.has(k)) places.set(k, []);
    places.get(k).push(event);
  }
  return [...places.values()];
}

// The ring of a great circle around a point, as [lat, lng]; longitudes run on past 180.
function ring(lat, lon, km) {
  const rad = Math.PI / 180, delta = km / 6371.0088, phi = lat * rad, points = [];
  for (let i = 0; i < 64; i++) {
    const theta = (i / 32) * Math.PI;
    const s = Math.sin(phi) * Math.cos(delta) + Math.cos(phi) * Math.sin(delta) * Math.cos(theta);
    const across = Math.sin(theta) * Math.sin(delta) * Math.cos(phi);
    const along = Math.cos(delta) - Math.sin(phi) * s;
    const y = Math.max(-85, Math.min(85, Math.asin(s) / rad));
    points.push([y, lon + Math.atan2(across, along) / rad]);
  }
  return points;
}

// What an event's place covers, as Leaflet takes it: its outline, else the circle around its point.
function extent(event) {
  return event.outline === null ? [[ring(event.lat, event.lon, event.radius)]] : event.outline;
}

function uniform(events) {
  return events.every((e) => e.kind === events[0].kind) ? KINDS[events[0].kind].colour : MIXED;
}

function areaKey(event) {
  return [event.lat, event.lon, event.radius, event.area].join("|");
}

function areaTitle(here) {
  return here.length === 1 ? here[0].area : `${here[0].area}: ${here.length} events`;
}

function drawAreas(layer, events) {
  const places = gathered(events, areaKey).sort((a, b) => b[0].radius - a[0].radius);
  const quiet = {weight: 1.6, fillOpacity: places.length > MANY_AREAS ? 0.01 : 0.05};
  const loud = {weight: 2.4, fillOpacity: 0.14};
  for (const here of places) {
    const colour = uniform(here);
    const title = areaTitle(here);
    const shape = L.polygon(extent(here[0]), {
      pane: "areas", className: "event-area", color: colour, dashArray: "7 6", fillColor: colour,
      bubblingMouseEvents: false, smoothFactor: 0, ...quiet,
    });
    const note = document.createElement("span");
    note.textContent = title;
    shape.bindTooltip(note, {sticky: true, direction: "top"});
    bindCards(shape, here, title);
    shape.on("mouseover popupopen", () => shape.setStyle(loud));
    shape.on("popupopen", () => shape.closeTooltip());
    shape.on("mouseout", () => { if (!shape.isPopupOpen()) shape.setStyle(quiet); });
    shape.on("popupclose", () => shape.setStyle(quiet));
    shape.addTo(layer);
    named(shape, title);
  }
}

// Reachable by keyboard, and told to those who hear the page.
function named(shape, text) {
  const node = shape.getElement();
  node.setAttribute("tabindex", "0");
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", text);
  node.addEventListener("keydown", (e) => {
    if (e.key === "Enter" || e.key === " ") { e.preventDefault(); shape.fire("click", {latlng: centre(shape)}); }
  });
}

function centre(shape) {
  return shape.getLatLng ? shape.getLatLng() : shape.getBounds().getCenter();
}

// How far the true place may lie: shown while the reader points at the marker or reads its popup.
function reach(map, shape, event) {
  let circle = null;
  const show = () => {
    if (circle !== null) return;
    const colour = KINDS[event.kind].colour;
    circle = L.polygon(extent(event), {
      pane: "radius", interactive: false, className: "event-radius",
      color: colour, weight: 1.5, dashArray: "2 4", fillColor: colour, fillOpacity: 0.1, smoothFactor: 0,
    }).addTo(map);
  };
  const hide = () => {
    if (circle !== null) circle.remove();
    circle = null;
  };
  shape.on("mouseover popupopen", show);
  shape.on("mouseout", () => { if (!shape.isPopupOpen()) hide(); });
  shape.on("popupclose remove", hide);
}

function drawPoint(map, layer, event, latlng) {
  const shape = marker(event, latlng);
  bindCards(shape, [event]);
  reach(map, shape, event);
  shape.addTo(layer);
  named(shape, `${event.sub}, ${event.date}, ${event.where}`);
}

// Several events at exactly one point: a count that spreads on click.
function drawStack(map, layer, spread, here) {
  const latlng = [here[0].lat, here[0].lon];
  const title = `${here.length} events here`;
  const stack = numbered(here, latlng, "event-stack", title).addTo(layer);
  if (here.length > SPREAD) bindCards(stack, here, title);
  else stack.on("click", () => fan(map, spread, here, L.latLng(latlng)));
}

function fan(map, spread, here, origin) {
  spread.clearLayers();
  const start = map.latLngToLayerPoint(origin);
  let angle = 0, distance = here.length <= 8 ? 44 : 30;
  here.forEach((event, i) => {
    angle = here.length <= 8 ? (2 * Math.PI * i) / here.length : angle + 24 / distance;
    if (here.length > 8) distance += (24 * 24) / (2 * Math.PI * distance) + 0.6;
    const offset = [distance * Math.sin(angle), -distance * Math.cos(angle)];
    const at = map.layerPointToLatLng(start.add(offset));
    L.polyline([origin, at], {color: "#444", weight: 1, interactive: false}).addTo(spread);
    drawPoint(map, spread, event, at);
  });
}

function numbered(events, latlng, className, title) {
  const badge = document.createElement("span");
  badge.textContent = events.length.toLocaleString("en");
  badge.style.borderColor = uniform(events);
  const side = events.length < 10 ? 26 : events.length < 100 ? 32 : 40;
  const icon = L.divIcon({html: badge, className, iconSize: [side, side]});
  return L.marker(latlng, {icon, title, alt: title, riseOnHover: true});
}

// Many events at several points close together: a number in their midst; a click goes where they part.
function drawCrowd(map, layer, events) {
  const bounds = L.latLngBounds(events.map((e) => [e.lat, e.lon]));
  const mean = (key) => events.reduce((sum, e) => sum + e[key], 0) / events.length;
  const title = `${events.length.toLocaleString("en")} events around here: zoom in`;
  const crowd = numbered(events, [mean("lat"), mean("lon")], "event-crowd", title).addTo(layer);
  crowd.on("click", () => map.fitBounds(bounds, {padding: [60, 60]}));
}

function drawPoints(map, layer, spread, events) {
  const point = (e) => `${e.lat}|${e.lon}`;
  const cell = (e) => {
    const {x, y} = map.project([e.lat, e.lon]);
    return `${Math.floor(x / CELL)}|${Math.floor(y / CELL)}`;
  };
  const crowded = events.length > CROWD && map.getZoom() < map.getMaxZoom();
  for (const near of crowded ? gathered(events, cell) : [events]) {
    const places = gathered(near, point);
    if (crowded && places.length > 1) {
      drawCrowd(map, layer, near);
      continue;
    }
    for (const here of places) {
      if (here.length === 1) drawPoint(map, layer, here[0], [here[0].lat, here[0].lon]);
      else drawStack(map, layer, spread, here);
    }
  }
}

// All of the data in view, provinces whole; countries only where there is nothing finer.
function frame(map, points, areas) {
  const bounds = L.latLngBounds(points.map((e) => [e.lat, e.lon]));
  const close = areas.filter((e) => e.radius <= 300);
  for (const e of points.length + close.length ? close : areas) {
    extent(e).forEach((polygon) => polygon[0].forEach((p) => bounds.extend(p)));
  }
  if (bounds.isValid()) map.fitBounds(bounds, {padding: [40, 40], maxZoom: 9, animate: false});
  else map.setView([20, 20], 2, {animate: false});
}
