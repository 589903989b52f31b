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
  const drawing = draw(map, model, model.style, world, () => coveredOf(map));
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
  linked(state, drawing, list);
  drawing.onPick(sheet.pick);
  map.reading = {model, state}; // for measuring, and for whoever opens the browser's console
  address.read();
  drawing.begin();
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
function linked(state, drawing, list) {
  state.on("hover", (i) => drawing.point(i));
  state.on("select", (i, whence) => {
    drawing.select(i, whence === "view");
    list.find(i);
  });
  part("card-show").addEventListener("click", () => drawing.closer(state.selected));
}

// How many pixels on the map's right lie under the card; 0 where it leaves too little to look at beside it.
function coveredOf(map) {
  const box = map.getContainer().getBoundingClientRect(), sheet = part("card").getBoundingClientRect();
  const covered = box.right - sheet.left;
  return sheet.width === 0 || sheet.top >= box.bottom || covered > box.width - 120 ? 0 : covered;
}
