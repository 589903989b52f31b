// The shapes of event types: on the canvas, and as small pictures for the legend and the list.
const CORNERS = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  triangle: [[0, -1.15], [1.1, 0.8], [-1.1, 0.8]],
  wedge: [[-1.1, -0.8], [1.1, -0.8], [0, 1.15]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  cross: [[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4],
    [0.4, 1.1], [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]],
};

// Begins the path of a shape around a point of a canvas; r is half its width, pixels.
function traceShape(ctx, shape, x, y, r) {
  ctx.beginPath();
  if (shape === "circle") {
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  CORNERS[shape].forEach(([dx, dy], i) => ctx[i ? "lineTo" : "moveTo"](x + dx * r, y + dy * r));
  ctx.closePath();
}

// One event: full in its colour, or hollow where no toll is told.
function drawGlyph(ctx, look, x, y, r, colours, hollow) {
  traceShape(ctx, look.shape, x, y, r);
  ctx.fillStyle = hollow ? colours.paper : look.colour;
  ctx.strokeStyle = hollow ? look.colour : colours.paper;
  ctx.lineWidth = hollow ? 2.2 : 1.2;
  ctx.fill();
  ctx.stroke();
}

// Half the width of an event's shape, by the lower figure of those killed (-1: not told).
function sizeOf(style, killed) {
  let radius = style.sizes[0].radius;
  for (const step of style.sizes) if (killed >= step.killed) radius = step.radius;
  return radius;
}

// The SVG path of a shape.
function outline(shape, x, y, r) {
  if (shape === "circle") {
    return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  }
  return "M" + CORNERS[shape].map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join("L") + "z";
}

// A small picture of a shape. `colour` is anything that CSS takes: kindColour(kind) follows the theme by itself.
function swatch(shape, colour, r = 6, hollow = false) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const side = Math.ceil(r * 2.6);
  svg.setAttribute("width", side);
  svg.setAttribute("height", side);
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", outline(shape, side / 2, side / 2, r));
  path.style.fill = hollow ? "var(--paper, #fff)" : colour;
  path.style.stroke = hollow ? colour : "var(--paper, #fff)";
  path.style.strokeWidth = hollow ? 2 : 1;
  svg.append(path);
  return svg;
}
