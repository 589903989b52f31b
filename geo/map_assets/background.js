// What stands behind the events without a network: land, coasts and borders. A chunk of a line that is out of
// view is a straight stroke past the view, which leaves inside and outside as they are.
function paintLand(ctx, view, world, palette) {
  const pen = newPen(ctx, view), {lines, polygons, borders, disputed} = world;
  ctx.beginPath();
  for (const rings of polygons) traceLand(pen, lines, rings);
  ctx.fillStyle = palette.land;
  ctx.fill("evenodd");
  ctx.strokeStyle = palette.border;
  ctx.lineJoin = "round";
  for (const [from, to, width, dashes] of [
    [0, borders, 0.9, []], [borders, disputed, 1.3, []], [disputed, lines.length, 1.3, [5, 4]],
  ]) {
    ctx.beginPath();
    for (let n = from; n < to; n++) traceLine(pen, lines[n]);
    ctx.lineWidth = width;
    ctx.setLineDash(dashes);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

// Draws on the canvas what is told in units of the world; `near` leaves out what lies closer than a dot.
function newPen(ctx, view) {
  const {box} = view;
  let lastX = 0, lastY = 0;
  const at = (put) => (x, y) => {
    lastX = view.x(x);
    lastY = view.y(y);
    put(lastX, lastY);
  };
  const pen = {move: at((x, y) => ctx.moveTo(x, y)), line: at((x, y) => ctx.lineTo(x, y))};
  pen.near = (x, y) => {
    if (Math.abs(view.x(x) - lastX) + Math.abs(view.y(y) - lastY) >= 0.8) pen.line(x, y);
  };
  pen.sees = (b, shift) => b[0] + shift <= box[2] && box[0] <= b[2] + shift && b[1] <= box[3] && box[1] <= b[3];
  return pen;
}

// A polygon, at the other edge of the world too where it reaches over one.
function traceLand(pen, lines, rings) {
  const [west, east] = traceRingsOfLines(pen, lines, rings, 0);
  if (east > WORLD) traceRingsOfLines(pen, lines, rings, -WORLD);
  else if (west < 0) traceRingsOfLines(pen, lines, rings, WORLD);
}

// Draws all `shift` to the east; how far west and east they reach.
function traceRingsOfLines(pen, lines, rings, shift) {
  let west = Infinity, east = -Infinity;
  for (const ring of rings) {
    let x = null, first = 0;
    for (const n of ring) {
      const {xy, boxes} = lines[n < 0 ? ~n : n], begin = n < 0 ? xy.length - 2 : 0;
      if (x === null) {
        x = first = xy[begin] + shift;
        pen.move(x, xy[begin + 1]);
      }
      const turn = WORLD * Math.round((x - xy[begin]) / WORLD); // lines of one ring may lie at both edges
      for (const box of boxes) {
        west = Math.min(west, box[0] + turn);
        east = Math.max(east, box[2] + turn);
      }
      traceChunks(pen, xy, boxes, turn, n < 0);
      x = xy[xy.length - 2 - begin] + turn;
    }
    if (Math.abs(x - first) > WORLD / 2) { // around the pole: closed below the world
      pen.line(x, 2 * WORLD);
      pen.line(first, 2 * WORLD);
    }
  }
  return [west, east];
}

// Onwards from the line's first point, which is drawn: chunks in view point by point, the others to their end.
function traceChunks(pen, xy, boxes, shift, backwards) {
  const last = xy.length / 2 - 1;
  for (let c = 0; c < boxes.length; c++) {
    const chunk = backwards ? boxes.length - 1 - c : c, low = chunk * CHUNK, high = Math.min(last, low + CHUNK);
    const end = backwards ? low : high, step = backwards ? -1 : 1;
    if (pen.sees(boxes[chunk], shift)) {
      for (let i = backwards ? high - 1 : low + 1; (end - i) * step > 0; i += step) {
        pen.near(xy[2 * i] + shift, xy[2 * i + 1]);
      }
    }
    pen.line(xy[2 * end] + shift, xy[2 * end + 1]);
  }
}

// A coast or a border: only chunks in view, without its runs along the edge of the world, where land is cut.
function traceLine(pen, {xy, boxes}) {
  const last = xy.length / 2 - 1, edge = 0.015;
  const cut = (i) => Math.min(Math.abs(xy[2 * i]), Math.abs(xy[2 * i] - WORLD)) < edge || xy[2 * i + 1] > WORLD - 0.2;
  boxes.forEach((box, c) => {
    for (const shift of [0, box[2] > WORLD ? -WORLD : 0, box[0] < 0 ? WORLD : 0].filter((s, n) => n === 0 || s !== 0)) {
      if (!pen.sees(box, shift)) continue;
      const begin = c * CHUNK, end = Math.min(last, begin + CHUNK);
      pen.move(xy[2 * begin] + shift, xy[2 * begin + 1]);
      for (let i = begin + 1; i <= end; i++) {
        const put = cut(i) && cut(i - 1) ? pen.move : i === end ? pen.line : pen.near;
        put(xy[2 * i] + shift, xy[2 * i + 1]);
      }
    }
  });
}
