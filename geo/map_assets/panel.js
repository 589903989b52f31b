// The column beside the map: title, counts, legend with the layer switches, events without a place.
function plural(n, noun) {
  return `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
}

function fillPanel(data, control, points, areas, unlocated) {
  const total = points.length + areas.length + unlocated.length;
  document.getElementById("title").textContent = data.title;
  document.getElementById("total").textContent = plural(total, "event");
  const counts = document.getElementById("counts");
  put(counts, "li", `${points.length.toLocaleString("en")} at a place or near it: a marker`);
  put(counts, "li", `${areas.length.toLocaleString("en")} known only to a wider area: a dashed outline`);
  const rest = unlocated.length === 0 ? "none" : unlocated.length.toLocaleString("en");
  put(counts, "li", `${rest} without a place on the map${unlocated.length === 0 ? "" : ": listed below"}`);
  if (data.updated) put(document.getElementById("updated"), "span", `Data of ${data.updated.replace("T", " ").replace("Z", " UTC")}`);
  document.getElementById("layers").append(control.getContainer());
  document.querySelectorAll("#layers .key").forEach((span) => {
    const kind = KINDS[Number(span.dataset.kind)];
    span.append(swatch(kind.shape, kind.colour));
  });
  fillSizes(document.getElementById("sizes"));
  const list = document.getElementById("unlocated");
  if (unlocated.length === 0) list.remove();
  else list.append(cards(unlocated, `Without a place on the map (${unlocated.length.toLocaleString("en")})`));
}

function fillSizes(list) {
  const steps = [["none", 0], ["1 or more", 1], ["10 or more", 2], ["50 or more", 3], ["not told", 0, true]];
  for (const [words, size, hollow] of steps) {
    const item = put(list, "li");
    item.append(swatch("circle", MIXED, SIZES[size], hollow));
    put(item, "span", words);
  }
}
