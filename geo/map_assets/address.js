// The page's address: the view goes into it while the reader works, and an address with a view opens it.
function makeAddress(model, state, map, drawing, theme) {
  const view = () => {
    const {lat, lng} = map.getCenter();
    return {zoom: map.getZoom(), lat, lon: lng};
  };
  let moved = false;
  const write = settled(() => {
    const event = state.selected === null ? null : model.text("id", state.selected);
    const {filters, sort} = state;
    const text = fragmentOf(model, {filters, sort, event, theme: theme.value, view: moved ? view() : null});
    if (text !== location.hash.slice(1)) history.replaceState(null, "", `#${text}`);
  }, 250);
  // Shows what the address says; where it says no view, all events that are shown.
  const read = () => {
    const told = readFragment(model, location.hash);
    theme.set(told.theme);
    state.sort = told.sort;
    state.set(told.filters);
    if (told.view === null) drawing.frame(state.shown);
    else map.setView([told.view.lat, told.view.lon], told.view.zoom, {animate: false});
    const event = told.event === null ? -1 : indexOf(model, told.event);
    const whence = told.view === null ? "address" : "view";
    if (event >= 0 || state.selected !== null) state.select(event < 0 ? null : event, whence);
  };
  const listen = () => {
    for (const name of ["shown", "select"]) state.on(name, write);
    map.on("moveend", () => { moved = true; write(); });
    addEventListener("hashchange", read);
  };
  return {write, read, listen};
}

function indexOf(model, id) {
  for (let i = 0; i < model.count; i++) if (model.text("id", i) === id) return i;
  return -1;
}
