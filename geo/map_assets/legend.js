// Signs of events for rows and legend, and the legend with the notes on reading the map.
function makeSigns(model) {
  const {types, sizes} = model.style;
  const {kind} = model.columns;
  return {
    ofKind: (k) => swatch(types[k].shape, kindColour(k), 6),
    of: (i) => swatch(types[kind[i]].shape, kindColour(kind[i]), 6, !isTold(model.columns, i)),
    ofSize: (step, hollow = false) => swatch("circle", kindColour(null), sizes[step].radius, hollow),
  };
}

function makeLegend(model, signs, streets) {
  const parent = part("legend");
  const kinds = legendPart(parent, "legend.kinds");
  for (const k of ranked(model, "kind")) legendLine(kinds, signs.ofKind(k), model.style.types[k].label);
  const sizes = legendPart(parent, "legend.sizes");
  sizes.className = "sizes";
  model.style.sizes.forEach(({killed}, step) => {
    const words = killed === 0 ? say("legend.size.none") : say("legend.size.some", {n: killed});
    legendLine(sizes, signs.ofSize(step), words);
  });
  legendLine(sizes, signs.ofSize(0, true), say("legend.size.untold"));
  const shown = legendPart(parent, "legend.signs");
  for (const name of ["area", "stack", "crowd", "radius"]) {
    const sign = document.createElement("span");
    sign.className = `sign ${name}`;
    sign.ariaHidden = "true";
    if (name === "stack" || name === "crowd") sign.textContent = name === "stack" ? "3" : "40";
    legendLine(shown, sign, say(`legend.${name}`));
  }
  const reading = legendPart(parent, "legend.reading");
  for (const name of ["claims", "null", "marks", "ground"]) put(reading, "li", say(`legend.${name}`));
  const grades = legendPart(parent, "legend.grades");
  for (const k of ranked(model, "grade")) put(grades, "li", gradeInWords(model.grades[k]));
  streetsSwitch(parent, streets);
  const keys = legendPart(parent, "legend.keys");
  for (const name of ["list", "time", "search"]) put(keys, "li", say(`legend.keys.${name}`));
  keys.parentNode.classList.add("on-screen");
  if (model.updated !== null) {
    const day = model.updated.replace("T", " ").replace(/Z$|\+00:00$/, " UTC");
    put(parent, "p", say("legend.updated", {day}), "note");
  }
}

function legendPart(parent, key) {
  const section = put(parent, "section");
  put(section, "h2", say(key));
  return put(section, "ul");
}

function legendLine(list, sign, words) {
  const line = put(list, "li");
  line.append(sign);
  put(line, "span", words);
}

// The one thing in the page that asks anybody for anything, and only while it is on.
function streetsSwitch(parent, streets) {
  const section = put(parent, "section", null, "on-screen");
  put(section, "h2", say("legend.ground.title"));
  const label = put(section, "label", null, "option");
  const input = put(label, "input");
  Object.assign(input, {type: "checkbox", name: "streets"});
  put(label, "span", say("legend.streets"), "words");
  const note = put(section, "p", say("legend.streets.off"), "note");
  note.role = "status";
  input.addEventListener("change", () => streets.show(input.checked));
  streets.on((state) => {
    input.checked = state === "loading" || state === "on";
    note.textContent = say(`legend.streets.${state}`);
  });
}
