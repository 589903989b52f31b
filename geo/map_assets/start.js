// Called once by the page, with what Folium made: the map and the layer of online tiles.
function conflictmap(map, tiles) {
  readBlock(part("conflictmap-data"), (data) => begin(map, tiles, readModel(data)));
}

function begin(map, tiles, model) {
  const search = makeSearch(model), state = makeState(model, search);
  const signs = makeSigns(model), order = makeOrder(model);
  fillWords(model);
  map.invalidateSize({pan: false});
  credits(map, model);
  const world = readBorders(JSON.parse(part("conflictmap-borders").textContent));
  const drawing = draw(map, model, model.style, world);
  const theme = makeTheme(drawing, () => address.write());
  const address = makeAddress(model, state, map, drawing, theme);
  const list = makeList(model, state, order, signs), sheet = makeSheet(model, state, signs);
  const parts = [makeChips(model, state), makeFilters(model, state, signs), list.update];
  const dated = makeTimeline(model, state);
  if (dated !== null) makePlay(makeSlider(state, dated.bins), dated.bins);
  makeLegend(model, signs, streetsOf(map, tiles, drawing));
  makePrint(model, state, order, map);
  const open = makeTabs();
  controls(model, state, search, open);
  growing(map);
  state.on("shown", (shown) => {
    part("total").textContent = totalInWords(model, state);
    part("counts").textContent = countsInWords(model, state);
    for (const update of parts) update();
    drawing.show(shown);
  });
  linked(map, model, state, drawing, list);
  drawing.onPick(sheet.pick);
  map.reading = {model, state}; // for measuring, and for whoever opens the browser's console
  address.read();
  address.listen();
  search.prepare();
  performance.mark("conflictmap-ready"); // what is measured as the time until the map can be used
}

// Words of the page's own parts, which panel.html names.
function fillWords(model) {
  document.body.prepend(part("panel"));
  part("title").textContent = model.title;
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) node.ariaLabel = say(node.dataset.label);
  for (const node of document.querySelectorAll("[data-title]")) node.title = say(node.dataset.title);
  for (const node of document.querySelectorAll("[data-hint]")) node.placeholder = say(node.dataset.hint);
  document.querySelector(".folium-map").ariaLabel = say("map");
}

function credits(map, model) {
  map.attributionControl.setPrefix(false);
  // Leaflet takes an attribution for HTML and for a property's name; the name of a file that somebody added is
  // neither.
  const words = [model.credits, ...model.added].join(", ");
  map.attributionControl.addAttribution(words.replace(/[^\w\s]/gu, (sign) => `&#${sign.codePointAt(0)};`));
}

// The list, the map and the card all show the same event.
function linked(map, model, state, drawing, list) {
  state.on("hover", (i) => drawing.point(i));
  state.on("select", (i) => {
    drawing.select(i);
    list.find(i);
    if (i !== null) whenAtRest(map, () => clearOfCard(map, model, i));
  });
  part("card-show").addEventListener("click", () => comeCloser(map, model, state.selected));
}

// When the map has come to where it was sent; at once, or nearly, where it did not have to move.
function whenAtRest(map, act) {
  const go = () => {
    map.off("moveend", go);
    clearTimeout(timer);
    act();
  };
  const timer = setTimeout(go, 400);
  map.on("moveend", go);
}

// Moves the map as little as brings the event out from under the card.
function clearOfCard(map, model, i) {
  const {lat, lon} = model.columns;
  if (Number.isNaN(lat[i])) return;
  const box = map.getContainer().getBoundingClientRect(), sheet = part("card").getBoundingClientRect();
  if (sheet.width === 0 || sheet.top >= box.bottom || box.right - sheet.left > box.width - 120) return;
  const {x} = map.latLngToContainerPoint([lat[i], lon[i]]), room = sheet.left - box.left - 40;
  if (x > room) map.panBy([x - room + 60, 0]);
}

function comeCloser(map, model, i) {
  if (i === null) return;
  const {lat, lon, radius} = model.columns;
  const bounds = L.latLng(lat[i], lon[i]).toBounds(2000 * Math.max(radius[i], 1));
  map.fitBounds(bounds, {maxZoom: 13, animate: false});
  clearOfCard(map, model, i);
}
