// The bars of the time line: days, or weeks, months, years where days would be too many.
const MOST_BARS = 110;
const MONDAY = 4; // 5 January 1970

function monthStart(day, months) {
  const date = new Date(day * 86400000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86400000;
}

function yearStart(day, years) {
  return Date.UTC(new Date(day * 86400000).getUTCFullYear() + years, 0, 1) / 86400000;
}

// For each unit: where the bar of a day begins, and where the next one does.
const UNITS = {
  day: [(day) => day, (day) => day + 1],
  week: [(day) => day - ((((day - MONDAY) % 7) + 7) % 7), (day) => day + 7],
  month: [(day) => monthStart(day, 0), (day) => monthStart(day, 1)],
  year: [(day) => yearStart(day, 0), (day) => yearStart(day, 1)],
};

// Bars over all days from the first to the last: `edges` holds the first day of each and of the one after all.
function makeBins(first, last) {
  for (const [unit, [begin, next]] of Object.entries(UNITS)) {
    const edges = [begin(first)];
    while (edges.at(-1) <= last && (edges.length <= MOST_BARS || unit === "year")) edges.push(next(edges.at(-1)));
    if (edges.at(-1) > last) return binsOf(unit, edges);
  }
}

function binsOf(unit, edges) {
  const count = edges.length - 1;
  const binOf = (day) => {
    let low = 0, high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (edges[middle] <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  // Where a day begins on a line that goes from 0 to 1.
  const place = (day) => {
    const k = binOf(Math.min(day, edges[count]));
    const into = (Math.min(Math.max(day, edges[0]), edges[count]) - edges[k]) / (edges[k + 1] - edges[k]);
    return (k + into) / count;
  };
  return {unit, edges, count, binOf, place, label: (k) => barLabel(unit, edges[k])};
}

function barLabel(unit, day) {
  const iso = dayText(day);
  if (unit === "day") return dayInWords(iso);
  if (unit === "week") return say("time.bar.week", {day: dayInWords(iso)});
  if (unit === "year") return iso.slice(0, 4);
  return say("time.bar.month", {month: monthInWords(Number(iso.slice(5, 7))), year: iso.slice(0, 4)});
}

// The bins of all events, each event's first and last bar (-1 undated), and how many are undated.
function binEvents(model) {
  const {start, end} = model.columns;
  let first = Infinity, last = -Infinity, undated = 0;
  for (let i = 0; i < model.count; i++) {
    if (Number.isNaN(start[i])) undated++;
    else {
      first = Math.min(first, start[i]);
      last = Math.max(last, end[i]);
    }
  }
  if (undated === model.count) return null;
  const bins = makeBins(first, last);
  const from = Int32Array.from(start, (day) => (Number.isNaN(day) ? -1 : bins.binOf(day)));
  const to = Int32Array.from(end, (day) => (Number.isNaN(day) ? -1 : bins.binOf(day)));
  return {bins, from, to, undated};
}

// What each bar counts of the events that pass all filters but the dates. An event told only as a range longer
// than a bar goes in equal shares to all bars it touches: `wide`; `touching` counts those events.
function barSums(model, state, {bins, from, to}, deaths) {
  const sums = {
    sure: new Float64Array(bins.count), wide: new Float64Array(bins.count + 1),
    touching: new Int32Array(bins.count + 1), total: 0, undated: 0, untold: 0,
  };
  const {killedLow} = model.columns;
  state.leaving("date", (i) => {
    const weight = deaths ? Math.max(0, killedLow[i]) : 1;
    if (deaths && killedLow[i] < 0) sums.untold++;
    if (from[i] < 0) {
      sums.undated++;
      return;
    }
    sums.total += weight;
    if (from[i] === to[i]) sums.sure[from[i]] += weight;
    else {
      const share = weight / (to[i] - from[i] + 1);
      sums.wide[from[i]] += share;
      sums.wide[to[i] + 1] -= share;
      if (weight > 0) sums.touching[from[i]]++, sums.touching[to[i] + 1]--;
    }
  });
  for (let k = 1; k <= bins.count; k++) {
    sums.wide[k] += sums.wide[k - 1];
    sums.touching[k] += sums.touching[k - 1];
  }
  return sums;
}
