// Streets and towns from a server: off until the reader asks for them, and off again when the server does not answer.
// state: "off", "loading", "on", "failed". The map's own land makes room for them.
function streetsOf(map, tiles, drawing) {
  const listeners = [], light = tiles._url; // Leaflet has no name for it that is not its own
  drawing.onTheme((theme) => tiles.setUrl(theme === "dark" ? light.replace("light_all", "dark_all") : light));
  let state = "off", answered = false;
  const become = (next) => {
    if (next === state) return;
    state = next;
    drawing.land(state === "off" || state === "failed");
    listeners.forEach((listener) => listener(state));
  };
  tiles.on("tileload", () => { answered = true; become("on"); });
  tiles.on("tileerror", () => {
    if (answered) return;
    tiles.remove();
    become("failed");
  });
  return {
    get state() { return state; },
    // Whether the browser says that there is a network at all.
    offered: () => navigator.onLine,
    on: (listener) => listeners.push(listener),
    show(wanted) {
      answered = false;
      if (wanted) {
        become("loading");
        tiles.addTo(map);
      } else {
        tiles.remove();
        become("off");
      }
    },
  };
}
