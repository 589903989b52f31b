// The events on the map. draw() gives the page's reading part what it needs:
//   show(shown)        draws the events whose byte in `shown` is 1
//   select(i | null, stay)   brings an event and all of where it may lie into view, opens its stack, and marks it;
//                      stay: the view is somebody's own and moves only where the event is out of sight
//   closer(i)          brings all of where an event may lie as close as it can be
//   point(i | null)    as if the pointer were on it: for the list beside the map
//   frame(shown)       moves to where the shown events lie
//   begin()            nothing is drawn before
//   onPick(fn)         fn(numbers of the events) when an event, a long stack or an area is clicked
//   theme(name)        "light", "dark" or "auto", which follows the reader's system
//   land(wanted)       whether land and countries' names are drawn; streets from a server take their place
// covered(): how many pixels on the map's right lie under something else.
function draw(map, model, style, world, covered) {
  map.held = true; // until the first view is there: what is seen first is drawn once
  const scene = newScene(map, model, style, covered);
  const canvases = [
    [(ctx, view) => { if (!scene.streets) paintLand(ctx, view, world, scene.palette); }, "land", 250],
    [(ctx, view) => paintAreas(ctx, view, scene), "areas", 390],
    [(ctx, view) => paintReaches(ctx, view, scene), "reach", 395],
    [(ctx, view) => paintPoints(ctx, view, scene), "points", 400],
    [(ctx, view) => paintTop(ctx, view, scene), "top", 595],
  ].map(([paint, name, z]) => canvasIn(map, paint, name, z));
  const [, , reach, , top] = canvases;
  paneIn(map, "names", 590);
  const names = namesLayer(map, scene, world.countries), signs = signButtons(scene);
  scene.paintReach = () => { reach.repaint(); top.repaint(); };
  scene.changed = () => { scene.paintReach(); signs.fill(); };
  const write = () => {
    if (map.held) return;
    names.write();
    signs.fill();
  };
  scene.redraw = (from = 0) => {
    canvases.slice(from).forEach((canvas) => canvas.repaint());
    write();
  };
  map.on("zoomstart", () => { scene.spread = null; });
  map.on("move", () => canvases.forEach((canvas) => canvas.follow()));
  map.on("moveend", write);
  followPointer(scene);
  map.drawing = drawingOf(scene);
  followTheme(scene);
  return map.drawing;
}

function newScene(map, model, style, covered) {
  const spots = spotsOf(model);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const scene = {
    map, model, style, spots, covered, maker: markMaker(model, spots), palette: paletteOf(style, "light"),
    coarse: window.matchMedia("(pointer: coarse)").matches,
    hovered: null, selected: null, spread: null, streets: false, listeners: [], themed: [],
    tip: L.tooltip({direction: "top", className: "map-tip", opacity: 1}),
    animate: () => !calm.matches,
    pick: (events) => scene.listeners.forEach((listener) => listener(events)),
  };
  chooseEvents(scene, new Uint8Array(model.count).fill(1));
  return scene;
}

function chooseEvents(scene, shown) {
  scene.maker.choose(shown);
  scene.spread = null;
  scene.hovered = null;
  scene.tip.remove();
}

function paneIn(map, name, z) {
  const pane = map.createPane(name);
  pane.style.zIndex = z;
  pane.style.pointerEvents = "none";
}

function canvasIn(map, paint, name, z) {
  paneIn(map, name, z);
  return new MapCanvas(paint, {pane: name}).addTo(map);
}

function drawingOf(scene) {
  return {
    scene,
    show(shown) {
      chooseEvents(scene, shown);
      scene.redraw(1); // the land stays
    },
    select: (i, stay = false) => selectEvent(scene, i, stay),
    closer: (i) => comeCloser(scene, i),
    point: (i) => hover(scene, i === null ? null : eventTarget(scene, i)),
    begin() {
      scene.map.held = false;
      scene.redraw();
    },
    frame: (shown) => frameEvents(scene, shown),
    onPick: (listener) => scene.listeners.push(listener),
    theme: (name) => chooseTheme(scene, name),
    // Calls listener(theme) now and whenever it changes, with "light" or "dark".
    onTheme(listener) {
      scene.themed.push(listener);
      listener(scene.palette.theme);
    },
    land(wanted) {
      scene.streets = !wanted;
      scene.redraw();
    },
  };
}
