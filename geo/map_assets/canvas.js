// A canvas over the map that is drawn anew when a move or zoom ends, and moves along meanwhile.
// paint(ctx, view): view has `scale` (world units to pixels at this zoom), `zoom`, `box` (of the world, what the
// canvas covers), `x(wx)` and `y(wy)` (pixels on the canvas).
const MapCanvas = L.Renderer.extend({
  initialize(paint, options) {
    this._paint = paint;
    L.Renderer.prototype.initialize.call(this, {padding: 0.15, ...options});
  },
  // Draws what is there now; called whenever something else is to be shown.
  repaint() {
    if (this._map && this._bounds) this._draw();
  },
  // Draws anew while the map is still being dragged, as soon as the canvas no longer covers it.
  follow() {
    const map = this._map, min = map.containerPointToLayerPoint([0, 0]);
    if (!map._animatingZoom && !this._bounds.contains(L.bounds(min, min.add(map.getSize())))) this._update();
  },
  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.className = "map-canvas";
    this._container.setAttribute("aria-hidden", "true");
  },
  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },
  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this._draw();
  },
  _draw() {
    if (this._map.held) return;
    const size = this._bounds.getSize(), canvas = this._container, ratio = drawnRatio();
    L.DomUtil.setPosition(canvas, this._bounds.min);
    const width = Math.round(size.x * ratio), height = Math.round(size.y * ratio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    const ctx = canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, size.x, size.y);
    this._paint(ctx, viewOf(this._map, this._bounds));
  },
});

function drawnRatio() {
  return Math.min(2, Math.max(1, window.devicePixelRatio || 1));
}

// bounds: a box of Leaflet's layer points.
function viewOf(map, bounds) {
  const zoom = map.getZoom(), scale = 2 ** zoom, size = bounds.getSize();
  const corner = map.getPixelOrigin().add(bounds.min);
  return {
    zoom, scale, width: size.x, height: size.y,
    box: [corner.x / scale, corner.y / scale, (corner.x + size.x) / scale, (corner.y + size.y) / scale],
    x: (wx) => wx * scale - corner.x,
    y: (wy) => wy * scale - corner.y,
  };
}

// What the reader sees of the map, without the canvas's margin; the origin is the map's corner.
function visibleView(map) {
  const min = map.containerPointToLayerPoint([0, 0]);
  return viewOf(map, L.bounds(min, min.add(map.getSize())));
}

// Adds flat rings of the world to the canvas's path; steps of less than half a pixel are left out.
function traceRings(ctx, view, rings) {
  for (const ring of rings) {
    let lastX = NaN, lastY = NaN;
    for (let i = 0; i < ring.length; i += 2) {
      const x = view.x(ring[i]), y = view.y(ring[i + 1]);
      if (Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
      lastX = x;
      lastY = y;
    }
    ctx.closePath();
  }
}
