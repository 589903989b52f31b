// Called once by the page, with what Folium made: the map, a group per event type, the layer switches.
function conflictmap(map, groups, control) {
  const data = JSON.parse(document.getElementById("conflictmap-data").textContent);
  const countries = JSON.parse(document.getElementById("conflictmap-borders").textContent);
  const model = readModel(data);
  const events = Array.from({length: model.count}, (_, i) => shown(model, i));
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
  background(map, countries);
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
  names(map, countries.slice().sort((a, b) => b[2] - a[2]), areaLabels(areas), placeLabels(points));
}

function shown(model, i) {
  const e = model.event(i);
  return {
    ...e, sub: e.sub_event_type, name: e.place_name, radius: e.radius_km, outline: e.lat === null ? null : model.outline(i),
    area: model.isArea(i) ? areaInWords(e) : null, told: e.killed_low !== null || e.killed_high !== null,
    size: [1, 10, 50].filter((step) => (e.killed_low ?? 0) >= step).length, date: dateInWords(e),
    where: placeInWords(e), placeText: e.place_text === e.place_name ? null : e.place_text, toll: tollInWords(e),
    status: e.perpetrator_status, reason: e.place_reason, sure: supportInWords(e),
    sources: e.claims.map((c) => [c.source, c.url, c.title, c.published && dayInWords(c.published)]),
  };
}
