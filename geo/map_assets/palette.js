// The colours of the drawing, light and dark. Event types keep their hue; on dark ground they are made lighter.
const GROUNDS = {
  light: {
    sea: "#dde6eb", land: "#fbfaf6", border: "#b3bac1", paper: "#ffffff", ink: "#1d232a", soft: "#626c76",
    leg: "#5b646d", halo: "rgba(29, 35, 42, 0.10)", focus: "#111111",
  },
  dark: {
    sea: "#12171c", land: "#20272e", border: "#4a545e", paper: "#161b20", ink: "#eef1f4", soft: "#9aa4ae",
    leg: "#aab3bc", halo: "rgba(255, 255, 255, 0.10)", focus: "#ffffff",
  },
};
const READABLE = 4.5;

function paletteOf(style, theme) {
  const ground = GROUNDS[theme];
  const fit = (colour) => (theme === "dark" ? lifted(colour, ground.land) : colour);
  return {
    ...ground, theme, mixed: fit(style.mixed),
    kinds: style.types.map((type) => ({...type, colour: fit(type.colour)})),
  };
}

// The CSS value of an event type's colour (`null`: several types), which follows the theme.
function kindColour(kind) {
  return kind === null ? "var(--kind-mixed)" : `var(--kind-${kind})`;
}

// Tells the style sheet the drawing's colours, so that legend and list are alike.
function publish(palette) {
  const root = document.documentElement;
  root.dataset.theme = palette.theme;
  palette.kinds.forEach((kind, i) => root.style.setProperty(`--kind-${i}`, kind.colour));
  root.style.setProperty("--kind-mixed", palette.mixed);
  for (const name of Object.keys(GROUNDS.light)) root.style.setProperty(`--${name}`, palette[name]);
}

// A colour mixed with white until it can be read on the ground.
function lifted(colour, ground) {
  const from = channels(colour);
  for (let share = 0; share < 0.8; share += 0.05) {
    const mixed = from.map((c) => Math.round(c + (255 - c) * share));
    if (contrast(mixed, channels(ground)) >= READABLE) return hex(mixed);
  }
  return "#ffffff";
}

function channels(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function hex(rgb) {
  return "#" + rgb.map((c) => c.toString(16).padStart(2, "0")).join("");
}

// WCAG's contrast of two colours, 1 to 21.
function contrast(a, b) {
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => (c <= 10.3 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
