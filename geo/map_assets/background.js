// What stands behind the events without a network: country outlines, their names, names of the places told.
function background(map, countries) {
  for (const [name, z] of [["outlines", 250], ["radius", 380], ["areas", 390], ["names", 590]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = z;
    if (name === "outlines" || name === "names" || name === "radius") pane.style.pointerEvents = "none";
  }
  const lines = countries.flatMap(([, , , rings]) => rings.map((ring) => unrolled(ring, 100)));
  L.polygon(lines.map((ring) => [ring]), {
    pane: "outlines", interactive: false, smoothFactor: 0.6, className: "country",
    color: "#a9b0b8", weight: 1, fillColor: "#fbfaf6", fillOpacity: 1,
  }).addTo(map);
}

// The label of an area stands at its top, not in the middle, where it would look like a place.
function areaLabels(areas) {
  return gathered(areas, areaKey).sort((a, b) => b[0].radius - a[0].radius)
    .map((here) => [areaTitle(here), topmost(extent(here[0]))]);
}

function topmost(polygons) {
  return polygons.flatMap((polygon) => polygon[0]).reduce((best, p) => (p[0] > best[0] ? p : best));
}

function placeLabels(points) {
  return gathered(points.filter((e) => e.name !== null), (e) => [e.name, e.lat, e.lon].join("|"))
    .sort((a, b) => b.length - a.length).map((here) => [here[0].name, [here[0].lat, here[0].lon]]);
}

// Names that fit: the widest countries and the places with most events first, none over another.
function names(map, countries, areas, places) {
  const layer = L.layerGroup().addTo(map);
  const write = () => {
    layer.clearLayers();
    const taken = [];
    const view = map.getBounds().pad(-0.02);
    const fits = (latlng, width, down) => {
      const {x, y} = map.latLngToContainerPoint(latlng);
      const box = [x - width / 2, y + down - 8, x + width / 2, y + down + 8];
      if (!view.contains(latlng)) return false;
      if (taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) return false;
      taken.push(box);
      return true;
    };
    const label = (latlng, text, className, down) => {
      const span = document.createElement("span");
      span.textContent = text;
      span.dir = "auto";
      const icon = L.divIcon({html: span, className, iconSize: [0, 0], iconAnchor: [0, -down]});
      L.marker(latlng, {icon, pane: "names", interactive: false, keyboard: false}).addTo(layer);
    };
    const scale = 4 ** map.getZoom();
    for (const [name, latlng, size] of countries) {
      if (size * scale > 9000 && fits(latlng, name.length * 8, 0)) label(latlng, name, "country-name", 0);
    }
    const close = map.getZoom() >= (places.length > CROWD ? 9 : 6);
    for (const [name, latlng] of close ? places.slice(0, 3000) : []) {
      if (taken.length > 80) break;
      if (fits(latlng, name.length * 6.5, 20)) label(latlng, name, "place-name", 20);
    }
    const room = taken.length + (areas.length > MANY_AREAS ? 8 : 40);
    for (const [name, latlng] of areas.slice(0, 1000)) {
      if (taken.length > room) break;
      if (fits(latlng, name.length * 6.5, -9)) label(latlng, name, "area-name", -9);
    }
  };
  map.on("moveend", write);
  write();
}
