// Called once by the page, with what Folium made: the map, a group per event type, the layer switches.
function conflictmap(map, groups, control) {
  const data = JSON.parse(document.getElementById("conflictmap-data").textContent);
  const world = readBorders(JSON.parse(document.getElementById("conflictmap-borders").textContent));
  const pooled = new Set(data.pooled);
  const value = (cell, i) => (pooled.has(i) && cell !== null ? data.words[cell] : cell);
  const events = data.rows.map((row) => Object.fromEntries(data.keys.map((key, i) => [key, value(row[i], i)])));
  const unlocated = events.filter((e) => e.lat === null);
  const areas = events.filter((e) => e.lat !== null && e.area !== null);
  const points = events.filter((e) => e.lat !== null && e.area === null);

  fillPanel(data, control, points, areas, unlocated);
  map.invalidateSize({pan: false});
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(data.credits);
  for (const credit of data.added) {
    // Leaflet takes an attribution for HTML; the name of a file that somebody added is none.
    const words = document.createElement("span");
    words.textContent = credit;
    map.attributionControl.addAttribution(words.innerHTML);
  }
  background(map, world);
  refit(map);
  frame(map, points, areas);

  const drawn = L.featureGroup().addTo(map);
  const spread = L.featureGroup().addTo(map);
  const draw = () => {
    const shown = (e) => groups[e.kind] !== null && map.hasLayer(groups[e.kind]);
    spread.clearLayers();
    drawn.clearLayers();
    drawAreas(drawn, areas.filter(shown));
    drawPoints(map, drawn, spread, points.filter(shown));
  };
  if (points.length > CROWD) map.on("zoomend", draw);
  map.on("overlayadd overlayremove", (e) => { if (groups.includes(e.layer)) draw(); });
  map.on("zoomstart click", () => spread.clearLayers());
  draw();
  names(map, world.countries, areaLabels(areas), placeLabels(points));
}
