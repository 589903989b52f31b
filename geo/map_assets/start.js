// Called once by the page, with what Folium made: the map and the layer of streets.
function conflictmap(map, tiles) {
  const block = (name) => JSON.parse(document.getElementById(`conflictmap-${name}`).textContent);
  const model = readModel(block("data"));
  document.getElementById("title").textContent = model.title;
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(model.credits);
  for (const credit of model.added) {
    // Leaflet takes an attribution for HTML; the name of a file that somebody added is none.
    const words = document.createElement("span");
    words.textContent = credit;
    map.attributionControl.addAttribution(words.innerHTML);
  }
  const drawing = draw(map, model, model.style, block("borders"));
  streetsOf(map, tiles, drawing);
  drawing.frame(new Uint8Array(model.count).fill(1));
  document.getElementById("total").textContent = `${model.count} events`;
}
