// What an event type looks like: a colour that colour-blind readers can tell, and a shape of its own.
const KINDS = [
  {name: "Battles", colour: "#0072b2", shape: "square"},
  {name: "Explosions/Remote violence", colour: "#d1410c", shape: "circle"},
  {name: "Violence against civilians", colour: "#8b1a68", shape: "triangle"},
  {name: "Protests", colour: "#00805e", shape: "diamond"},
  {name: "Riots", colour: "#b07800", shape: "wedge"},
  {name: "Strategic developments", colour: "#555555", shape: "cross"},
];
const MIXED = "#333333";

// Half widths in pixels by the lower figure of those killed: 0 or not told, 1-9, 10-49, 50 and more.
const SIZES = [6, 7.5, 10, 13];

const CORNERS = {
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  triangle: [[0, -1.15], [1.1, 0.8], [-1.1, 0.8]],
  wedge: [[-1.1, -0.8], [1.1, -0.8], [0, 1.15]],
  diamond: [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]],
  cross: [[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4],
    [0.4, 1.1], [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]],
};

// The SVG path of a shape around a point.
function outline(shape, x, y, r) {
  if (shape === "circle") {
    return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`;
  }
  return "M" + CORNERS[shape].map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join("L") + "z";
}

// A small picture of a shape for the legend and the popups.
function swatch(shape, colour, r = 6, hollow = false) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const side = Math.ceil(r * 2.6);
  svg.setAttribute("width", side);
  svg.setAttribute("height", side);
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", outline(shape, side / 2, side / 2, r));
  path.setAttribute("fill", hollow ? "#fff" : colour);
  path.setAttribute("stroke", hollow ? colour : "#fff");
  path.setAttribute("stroke-width", hollow ? 2 : 1);
  svg.append(path);
  return svg;
}

// A circle marker in the shape of its event type.
const ShapeMarker = L.CircleMarker.extend({
  _updatePath() {
    const {x, y} = this._point;
    const path = this._empty() ? "M0 0" : outline(this.options.shape, x, y, this._radius);
    this._renderer._setPath(this, path);
  },
});

function marker(event, latlng) {
  const kind = KINDS[event.kind];
  return new ShapeMarker(latlng, {
    shape: kind.shape,
    radius: SIZES[event.size],
    bubblingMouseEvents: false,
    className: "event-marker",
    color: event.told ? "#fff" : kind.colour,
    weight: event.told ? 1.2 : 2.2,
    fillColor: event.told ? kind.colour : "#fff",
    fillOpacity: event.told ? 0.9 : 0.95,
  });
}
