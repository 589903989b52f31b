// The panel's own controls: search, order, the unlocated alone, light or dark.
const THEMES = ["auto", "light", "dark"];

function controls(model, state, search, open) {
  const box = part("search"), sort = part("sort"), off = part("unlocated");
  const seek = () => state.set({text: box.value.trim().slice(0, LONGEST_TEXT)});
  box.addEventListener("input", settled(() => search.whenReady(seek), 150));
  for (const name of Object.keys(ORDERS)) put(sort, "option", say(`list.sort.${name}`)).value = name;
  sort.addEventListener("change", () => state.sortBy(sort.value));
  const none = LEVELS.indexOf("none");
  off.addEventListener("click", () => state.set({levels: new Set([none])}));
  part("skip").addEventListener("click", () => {
    open("events");
    part("list").focus();
  });
  addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.target.closest("input, select, textarea")) return;
    e.preventDefault();
    box.focus();
  });
  state.on("shown", () => {
    const {text, levels} = state.filters;
    if (document.activeElement !== box) box.value = text;
    sort.value = state.sort;
    let n = 0;
    for (let i = 0; i < model.count; i++) if (state.shown[i] && model.columns.level[i] === none) n++;
    off.hidden = n === 0 || (levels.size === 1 && levels.has(none));
    off.textContent = say("list.unlocated", {n});
  });
}

function makeTheme(drawing, told) {
  const choice = part("theme");
  for (const name of THEMES) put(choice, "option", say(`theme.${name}`)).value = name;
  const theme = {value: "auto"};
  theme.set = (value) => {
    theme.value = choice.value = value;
    drawing.theme(value);
  };
  choice.addEventListener("change", () => {
    theme.set(choice.value);
    told();
  });
  return theme;
}

// On a phone the list may take the map's room and give it back.
function growing(map) {
  const control = part("grow");
  const show = (grown) => {
    document.body.classList.toggle("grown", grown);
    control.textContent = grown ? "▾" : "▴";
    control.ariaLabel = control.title = say(grown ? "shrink" : "grow");
    control.ariaExpanded = String(grown);
    map.invalidateSize({pan: false});
  };
  control.addEventListener("click", () => show(control.ariaExpanded !== "true"));
  show(false);
}
