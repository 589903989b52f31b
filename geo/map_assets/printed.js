// Print: the map as it is on the screen, counts, legend, the filters in words, a table of the events shown.
const PRINTED = 200;
const PAPER = 700; // the width of an A4 sheet within its margins, in CSS pixels

function makePrint(model, state, order, map) {
  const table = part("printed"), words = part("printed-filters");
  const screen = settled(() => { if (!matchMedia("print").matches) measure(map); }, 0);
  map.on("resize", screen);
  measure(map);
  addEventListener("beforeprint", () => {
    const chips = describe(model, state).map((chip) => chip.words).join("; ");
    words.textContent = say("print.filters", {words: chips || say("print.everything")});
    table.replaceChildren();
    printTable(table, model, state, order(state));
    picture(map);
  });
  addEventListener("afterprint", () => {
    for (const image of document.querySelectorAll(".map-print")) image.remove();
    words.textContent = "";
    table.replaceChildren();
  });
  part("print").addEventListener("click", () => print());
}

// A canvas that was drawn for the print itself, in paper's colours, comes out blank in Chromium; a picture of it
// does not.
function picture(map) {
  for (const canvas of map.getContainer().querySelectorAll(".map-canvas")) {
    const image = document.createElement("img");
    image.className = "map-print";
    image.alt = "";
    image.src = canvas.toDataURL();
    image.style.cssText = canvas.style.cssText;
    canvas.after(image);
  }
}

// How large the map is on the screen: on paper it is the same picture, made as small as the paper is wide.
function measure(map) {
  const node = map.getContainer(), scale = Math.min(PAPER / node.clientWidth, 1);
  node.style.setProperty("--map-width", `${node.clientWidth}px`);
  node.style.setProperty("--map-height", `${node.clientHeight}px`);
  node.style.setProperty("--map-scale", scale);
  node.style.setProperty("--map-gap", `${node.clientHeight * (scale - 1)}px`);
}

const PRINT_COLUMNS = [
  ["print.date", shortDate], ["print.place", shortPlace], ["print.type", (e) => e.sub_event_type],
  ["print.killed", (e) => countInWords(e.killed_low, e.killed_high)],
  ["print.injured", (e) => countInWords(e.injured_low, e.injured_high)], ["print.by", sideInWords],
  ["print.grade", (e) => e.grade],
  ["print.source", (e) => e.claims.map((claim) => claim.source ?? say("claims.unnamed")).join("; ")],
];

function printTable(parent, model, state, listed) {
  put(parent, "h2", say("print.table"));
  const n = Math.min(PRINTED, listed.length);
  if (n < listed.length) {
    const sorted = say(`list.sort.${state.sort}`).toLowerCase();
    put(parent, "p", say("print.limit", {n, all: listed.length, order: sorted}));
  }
  const table = put(parent, "table");
  const head = put(put(table, "thead"), "tr");
  for (const [key] of PRINT_COLUMNS) put(head, "th", say(key)).scope = "col";
  const body = put(table, "tbody");
  for (const i of listed.slice(0, n)) {
    const row = put(body, "tr"), event = model.event(i);
    for (const [, words] of PRINT_COLUMNS) putTold(row, "td", words(event));
  }
}
