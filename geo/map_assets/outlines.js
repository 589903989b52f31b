// Draws the world's outlines on a canvas behind everything else. Leaflet's own polygons project every point
// of the world at each zoom; here a chunk of a line that is out of view is a straight stroke past the view,
// which leaves inside and outside as they are.
const Outlines = L.Renderer.extend({
  options: {pane: "outlines", padding: 0.25},

  initialize(world, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this._world = world;
  },

  _initContainer() {
    this._container = L.DomUtil.create("canvas", "outlines");
    this._container.setAttribute("aria-hidden", "true");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const dots = window.devicePixelRatio > 1 ? 2 : 1;
    this._container.width = size.x * dots;
    this._container.height = size.y * dots;
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.getContext("2d").scale(dots, dots);
    this.redraw();
  },

  // Also for a page that changed its colours: --land, --coast and --border of the canvas.
  redraw() {
    const context = this._container.getContext("2d");
    const style = getComputedStyle(this._container);
    const colour = (name) => style.getPropertyValue(name).trim();
    const size = this._bounds.getSize();
    const pen = makePen(context, this._map.getPixelOrigin().add(this._bounds.min), size, this._map.getZoom());
    const {lines, polygons, borders, disputed} = this._world;
    context.clearRect(0, 0, size.x, size.y);
    context.beginPath();
    for (const rings of polygons) drawLand(pen, lines, rings);
    context.fillStyle = colour("--land");
    context.fill("evenodd");
    context.lineJoin = "round";
    const strokes = [["--coast", 0, borders, []], ["--border", borders, disputed, []],
      ["--border", disputed, lines.length, [5, 4]]];
    for (const [name, from, to, dashes] of strokes) {
      context.beginPath();
      for (let n = from; n < to; n++) drawLine(pen, lines[n]);
      context.strokeStyle = colour(name);
      context.lineWidth = from ? 1.2 : 1;
      context.setLineDash(dashes);
      context.stroke();
    }
  },
});

// What turns Mercator's square into points of the canvas, and leaves out what lies closer than a dot.
function makePen(context, origin, size, zoom) {
  const scale = 256 * 2 ** zoom, margin = 4;
  const view = [origin.x - margin, origin.y - margin, origin.x + size.x + margin, origin.y + size.y + margin]
    .map((n) => n / scale);
  let lastX = 0, lastY = 0;
  return {
    sees: (boxes, i, turn) => boxes[i] + turn < view[2] && boxes[i + 2] + turn > view[0]
      && boxes[i + 1] < view[3] && boxes[i + 3] > view[1],
    to(x, y, start) {
      const px = x * scale - origin.x, py = y * scale - origin.y;
      if (start === null && Math.abs(px - lastX) + Math.abs(py - lastY) < 0.8) return;
      if (start) context.moveTo(px, py);
      else context.lineTo(px, py);
      lastX = px;
      lastY = py;
    },
  };
}

// A polygon of the land, at the other edge of the world too where it reaches over it.
function drawLand(pen, lines, rings) {
  const [west, east] = drawRings(pen, lines, rings, 0);
  if (east > 1) drawRings(pen, lines, rings, -1);
  else if (west < 0) drawRings(pen, lines, rings, 1);
}

function drawRings(pen, lines, rings, turn) {
  let west = Infinity, east = -Infinity;
  for (const ring of rings) {
    let x = null, first = 0;
    for (const n of ring) {
      const {xy, boxes} = lines[n < 0 ? ~n : n];
      const begin = n < 0 ? xy[xy.length - 2] : xy[0];
      const shift = x === null ? turn : Math.round(x - begin); // lines of a ring may lie at both edges
      if (x === null) {
        first = begin + turn;
        pen.to(first, n < 0 ? xy[xy.length - 1] : xy[1], true);
      }
      for (let i = 0; i < boxes.length; i += 4) {
        west = Math.min(west, boxes[i] + shift);
        east = Math.max(east, boxes[i + 2] + shift);
      }
      drawChunks(pen, xy, boxes, shift, n < 0);
      x = (n < 0 ? xy[0] : xy[xy.length - 2]) + shift;
    }
    if (Math.abs(x - first) > 0.5) { // around the pole: closed below the world
      pen.to(x, 2, false);
      pen.to(first, 2, false);
    }
  }
  return [west, east];
}

// Onwards from the first point, which is drawn: chunks in view point by point, the others to their end.
function drawChunks(pen, xy, boxes, shift, backwards) {
  const last = xy.length / 2 - 1, count = boxes.length / 4;
  for (let c = 0; c < count; c++) {
    const chunk = backwards ? count - 1 - c : c;
    const low = chunk * CHUNK, high = Math.min(last, low + CHUNK);
    const end = backwards ? low : high, step = backwards ? -1 : 1;
    if (pen.sees(boxes, 4 * chunk, shift)) {
      for (let i = backwards ? high - 1 : low + 1; (end - i) * step > 0; i += step) {
        pen.to(xy[2 * i] + shift, xy[2 * i + 1], null);
      }
    }
    pen.to(xy[2 * end] + shift, xy[2 * end + 1], false);
  }
}

// A coast or a border: only chunks in view, without the runs along the edge where land is only cut.
function drawLine(pen, {xy, boxes}) {
  const last = xy.length / 2 - 1;
  const cut = (i) => Math.abs(Math.abs(xy[2 * i] - 0.5) - 0.5) < 0.00006 || xy[2 * i + 1] > 0.999;
  for (const turn of [0, -1, 1]) {
    for (let c = 0; c < boxes.length / 4; c++) {
      const over = turn === 0 || (turn < 0 ? boxes[4 * c + 2] > 1 : boxes[4 * c] < 0);
      if (!over || !pen.sees(boxes, 4 * c, turn)) continue;
      const end = Math.min(last, (c + 1) * CHUNK);
      pen.to(xy[2 * c * CHUNK] + turn, xy[2 * c * CHUNK + 1], true);
      for (let i = c * CHUNK + 1; i <= end; i++) {
        const gap = cut(i) && cut(i - 1);
        pen.to(xy[2 * i] + turn, xy[2 * i + 1], gap || (i === end ? false : null));
      }
    }
  }
}
