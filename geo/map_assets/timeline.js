// The time line below the map: bars per day (or longer), what they count, and the words for them.
function makeTimeline(model, state) {
  const dated = binEvents(model);
  if (dated === null) {
    part("time").replaceChildren();
    put(part("time"), "p", say("time.none"), "quiet");
    return null;
  }
  const {bins} = dated, svg = part("bars");
  svg.setAttribute("viewBox", `0 0 ${bins.count} 100`);
  const paths = ["wide", "sure"].map((name) => {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", name);
    svg.append(path);
    return path;
  });
  let deaths = false, sums = null;
  const update = () => {
    sums = barSums(model, state, dated, deaths);
    drawBars(paths, bins, sums);
    svg.setAttribute("aria-label", chartInWords(bins, sums, deaths));
    part("readout").textContent = rangeInWords(bins, sums, deaths, state.filters);
  };
  measureSwitch((chosen) => { deaths = chosen === "deaths"; update(); });
  part("chart").addEventListener("pointermove", (e) => {
    const k = Math.floor(fractionAt(e) * bins.count);
    part("readout").textContent = barInWords(bins, sums, Math.min(Math.max(k, 0), bins.count - 1), deaths);
  });
  part("chart").addEventListener("pointerleave", update);
  state.on("shown", update);
  fillTicks(bins);
  addEventListener("resize", settled(() => fillTicks(bins), 200));
  return dated;
}

function fractionAt(e) {
  const box = part("chart").getBoundingClientRect();
  return Math.min(1, Math.max(0, (e.clientX - box.left) / box.width));
}

function drawBars(paths, bins, {sure, wide}) {
  let most = 1;
  for (let k = 0; k < bins.count; k++) most = Math.max(most, sure[k] + wide[k]);
  const bar = (k, low, high) => {
    const y = 100 - (high / most) * 96, h = ((high - low) / most) * 96;
    // What is there at all can be seen.
    return high - low > 1e-9 ? `M${k + 0.06},${Math.min(y, 98)}h0.88v${Math.max(h, 2)}h-0.88z` : "";
  };
  const marks = [[], []];
  for (let k = 0; k < bins.count; k++) {
    marks[0].push(bar(k, sure[k], sure[k] + wide[k]));
    marks[1].push(bar(k, 0, sure[k]));
  }
  paths.forEach((path, which) => path.setAttribute("d", marks[which].join("")));
}

function measureSwitch(act) {
  for (const name of ["events", "deaths"]) {
    const label = put(part("measure"), "label");
    const input = put(label, "input");
    Object.assign(input, {type: "radio", name: "measure", value: name, checked: name === "events"});
    input.addEventListener("change", () => act(name));
    put(label, "span", say(`time.${name}`));
  }
}

function amount(n, deaths) {
  return deaths ? say("time.deaths.total", {n}) : say("events", {n});
}

function barInWords(bins, sums, k, deaths) {
  const words = [`${bins.label(k)}: ${amount(sums.sure[k], deaths)}`];
  if (sums.touching[k] > 0) words.push(say("time.bar.wider", {n: sums.touching[k]}));
  return words.join(", ");
}

function chartInWords(bins, sums, deaths) {
  let best = 0;
  for (let k = 1; k < bins.count; k++) if (sums.sure[k] > sums.sure[best]) best = k;
  return say("time.chart", {
    unit: say(`time.${bins.unit}`), from: dayInWords(dayText(bins.edges[0])),
    to: dayInWords(dayText(bins.edges[bins.count] - 1)), total: amount(sums.total, deaths),
    top: barInWords(bins, sums, best, deaths),
  });
}

// The dates chosen, what the bars count, and what is not in them.
function rangeInWords(bins, sums, deaths, {from, to}) {
  const words = [];
  if (!Number.isNaN(from) || !Number.isNaN(to)) {
    words.push(say("time.window", {
      from: dayInWords(dayText(Number.isNaN(from) ? bins.edges[0] : from)),
      to: dayInWords(dayText(Number.isNaN(to) ? bins.edges[bins.count] - 1 : to)),
    }));
  } else {
    words.push(`${amount(sums.total, deaths)}, ${say(`time.${bins.unit}`)}.`);
  }
  if (sums.undated > 0) words.push(say("time.undated", {n: sums.undated}));
  if (sums.untold > 0) words.push(say("time.untold", {n: sums.untold}));
  return words.join(" ");
}

// Years under months and years, months under days and weeks, as many as have room.
function fillTicks(bins) {
  const yearly = bins.unit === "month" || bins.unit === "year";
  const wanted = [];
  for (let k = 0; k < bins.count; k++) {
    const iso = dayText(bins.edges[k]), before = k === 0 ? "" : dayText(bins.edges[k - 1]);
    const size = yearly ? 4 : 7;
    if (iso.slice(0, size) !== before.slice(0, size)) wanted.push([k / bins.count, iso]);
  }
  const width = part("chart").clientWidth, room = Math.max(2, Math.floor(width / 84));
  // The first bar's own year or month gives way where the next begins right after it.
  if (wanted.length > 1 && (wanted[1][0] - wanted[0][0]) * width < 84) wanted.shift();
  const step = Math.ceil(wanted.length / room);
  part("ticks").replaceChildren();
  for (const [place, iso] of wanted.filter((_, n) => n % step === 0)) {
    if (place * width > width - 56) continue;
    const words = yearly ? iso.slice(0, 4)
      : say("time.tick", {month: monthInWords(Number(iso.slice(5, 7))).slice(0, 3), year: iso.slice(0, 4)});
    put(part("ticks"), "span", words).style.left = `${place * 100}%`;
  }
}
