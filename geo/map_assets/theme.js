// Light and dark, and the light colours for paper.
function followTheme(scene) {
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  scene.wanted = "auto";
  scene.system = system;
  system.addEventListener("change", () => applyTheme(scene));
  window.addEventListener("beforeprint", () => setPalette(scene, "light"));
  window.addEventListener("afterprint", () => applyTheme(scene));
  applyTheme(scene);
}

function chooseTheme(scene, name) {
  scene.wanted = name;
  applyTheme(scene);
}

function applyTheme(scene) {
  const theme = scene.wanted === "auto" ? (scene.system.matches ? "dark" : "light") : scene.wanted;
  setPalette(scene, theme);
  scene.themed.forEach((listener) => listener(theme));
}

function setPalette(scene, theme) {
  scene.palette = paletteOf(scene.style, theme);
  publish(scene.palette);
  scene.map.getContainer().style.background = scene.palette.sea;
  scene.redraw();
}
