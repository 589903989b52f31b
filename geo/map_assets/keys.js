// The signs in view for the keyboard and for those who hear the page: a row of buttons over the map, one stop of the
// tabulator; arrows go from sign to sign, Enter opens one, Escape folds what is spread.
const KEYED = 80;

function signButtons(scene) {
  const {map} = scene, bar = document.createElement("div");
  bar.className = "map-signs";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", say("signs"));
  map.getContainer().append(bar);
  // Not Leaflet's own way, which asks where a button lies that is gone once it has been clicked.
  for (const name of ["click", "dblclick", "mousedown"]) bar.addEventListener(name, (e) => e.stopPropagation());
  bar.addEventListener("keydown", (e) => {
    e.stopPropagation(); // the map would pan
    if (e.key === "Escape") fold(scene);
    const to = stepTo(Array.from(bar.children), document.activeElement, e.key);
    if (!to) return;
    e.preventDefault();
    to.focus();
  });
  return {
    fill() {
      const held = bar.contains(document.activeElement);
      bar.replaceChildren(...buttonsFor(scene));
      const first = bar.firstElementChild;
      if (first) first.tabIndex = 0;
      if (held && first) first.focus();
      else if (held) map.getContainer().focus();
    },
  };
}

function stepTo(buttons, now, key) {
  const at = buttons.indexOf(now), last = buttons.length - 1;
  const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last}[key];
  return to === undefined || to < 0 || to > last ? null : buttons[to];
}

// Spread events in their order, then the fullest signs from the top of the map to its foot.
function buttonsFor(scene) {
  const {items, signs, view} = targetsInView(scene);
  const row = (target) => Math.floor(view.y(target.y) / 40);
  const fullest = signs.slice(0, KEYED).sort((a, b) => row(a) - row(b) || a.x - b.x);
  return [...items, ...fullest].map((target) => signButton(scene, target, view));
}

function signButton(scene, target, view) {
  const button = document.createElement("button"), r = Math.max(8, target.r);
  button.type = "button";
  button.className = `map-sign is-${target.type}`;
  button.tabIndex = -1;
  button.dataset.n = target.events.length;
  button.setAttribute("aria-label", targetLines(scene, target).join(". "));
  Object.assign(button.style, {
    left: `${view.x(target.x) - r}px`, top: `${view.y(target.y) - r}px`, width: `${2 * r}px`, height: `${2 * r}px`,
  });
  button.addEventListener("focus", () => hover(scene, target));
  button.addEventListener("blur", () => hover(scene, null));
  button.addEventListener("click", () => openTarget(scene, target));
  return button;
}
