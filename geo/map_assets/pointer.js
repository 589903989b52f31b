// Pointing and clicking: what is under the pointer is named, and opened by a click.
function followPointer(scene) {
  const {map} = scene;
  let waiting = null;
  const look = () => {
    hover(scene, waiting && targetAt(scene, waiting));
    waiting = null;
  };
  map.on("mousemove", (e) => {
    if (map.dragging.moving()) return;
    if (waiting === null) requestAnimationFrame(look);
    waiting = e.layerPoint;
  });
  map.on("mouseout movestart zoomstart", () => { waiting = null; hover(scene, null); });
  map.on("click", (e) => {
    const target = targetAt(scene, e.layerPoint);
    if (target) openTarget(scene, target);
    else fold(scene);
  });
}

function hover(scene, target) {
  if ((target && target.key) === (scene.hovered && scene.hovered.key)) return;
  scene.hovered = target;
  scene.map.getContainer().classList.toggle("on-sign", target !== null);
  scene.paintReach();
  showTip(scene, target);
}

function showTip(scene, target) {
  if (target === null) {
    scene.tip.remove();
    return;
  }
  const node = document.createElement("div");
  targetLines(scene, target).forEach((line, i) => {
    const part = document.createElement(i ? "div" : "strong");
    part.textContent = line;
    part.dir = "auto";
    node.append(part);
  });
  scene.tip.options.offset = [0, -Math.max(8, target.r + 4)];
  scene.tip.setLatLng(latlngOf(target.x, target.y)).setContent(node);
  if (!scene.map.hasLayer(scene.tip)) scene.tip.addTo(scene.map);
}

// Events are handed on; a stack spreads; what is too close together is looked at more closely.
function openTarget(scene, target) {
  const {map} = scene;
  hover(scene, null);
  if (target.type === "cluster" && map.getZoom() < map.getMaxZoom()) {
    fold(scene);
    zoomTo(scene, target);
  } else if (target.events.length > 1 && target.events.length <= SPREAD && target.type !== "area") {
    spreadOut(scene, target);
  } else {
    if (target.type !== "item") fold(scene);
    scene.pick(Array.from(target.events));
  }
}

function spreadOut(scene, target) {
  scene.spread = spreadOf(target.events, target.x, target.y);
  scene.spread.key = target.key;
  scene.changed();
}

function fold(scene) {
  if (scene.spread === null) return;
  scene.spread = null;
  scene.changed();
}

// To where the events of a cluster part.
function zoomTo(scene, target) {
  const {map} = scene, bounds = boundsOf(scene.model, target.events, false);
  const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds, false, [120, 120])));
  map.setView(bounds.getCenter(), zoom, {animate: scene.animate()});
}

// The box of the points of events; with their radius where `wide`.
function boundsOf(model, events, wide) {
  const {lat, lon, radius} = model.columns;
  let south = Infinity, west = Infinity, north = -Infinity, east = -Infinity;
  for (const i of events) {
    const up = wide ? radius[i] / 111.2 : 0, across = up / Math.max(0.05, Math.cos(lat[i] * RAD));
    south = Math.min(south, lat[i] - up);
    north = Math.max(north, lat[i] + up);
    west = Math.min(west, lon[i] - across);
    east = Math.max(east, lon[i] + across);
  }
  if (south === Infinity) return L.latLngBounds([]);
  return L.latLngBounds([Math.max(-85, south), west], [Math.min(85, north), east]);
}
