// The window of dates over the bars: two handles, drawn or moved by keys, whole bars each.
function makeSlider(state, bins) {
  const handles = [part("from-handle"), part("to-handle")];
  // The window as bars [a, b): dates that do not fall on a bar's edge stay where they are until it is moved.
  const window = () => {
    const {from, to} = state.filters;
    return [Number.isNaN(from) ? 0 : bins.binOf(from), Number.isNaN(to) ? bins.count : bins.binOf(to) + 1];
  };
  const put = (a, b) => state.set({
    from: a <= 0 ? NaN : bins.edges[a], to: b >= bins.count ? NaN : bins.edges[b] - 1,
  });
  const place = () => {
    const {from, to} = state.filters, ends = window();
    const left = Number.isNaN(from) ? 0 : bins.place(from), right = Number.isNaN(to) ? 1 : bins.place(to + 1);
    [left, right].forEach((at, n) => {
      handles[n].style.left = `${at * 100}%`;
      handles[n].setAttribute("aria-valuemin", n);
      handles[n].setAttribute("aria-valuemax", bins.count - 1 + n);
      handles[n].setAttribute("aria-valuenow", ends[n]);
      const day = n === 0 ? (Number.isNaN(from) ? bins.edges[0] : from)
        : Number.isNaN(to) ? bins.edges[bins.count] - 1 : to;
      handles[n].setAttribute("aria-valuetext", dayInWords(dayText(day)));
    });
    const span = part("window").style;
    span.left = `${left * 100}%`;
    span.width = `${Math.max(0, right - left) * 100}%`;
    const whole = left === 0 && right === 1;
    part("window").classList.toggle("whole", whole);
    part("all-dates").hidden = whole;
  };
  handles.forEach((handle, n) => handle.addEventListener("keydown", (e) => byKey(e, n, window(), bins.count, put)));
  byPointer(handles, bins, window, put);
  part("all-dates").addEventListener("click", () => put(0, bins.count));
  state.on("shown", place);
  return {window, put};
}

function byKey(e, n, ends, count, put) {
  const far = Math.max(2, Math.round(count / 10));
  const steps = {
    ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -far, PageUp: far, Home: -count, End: count,
  };
  if (!(e.key in steps)) return;
  e.preventDefault();
  const moved = ends[n] + steps[e.key];
  if (n === 0) put(Math.min(Math.max(moved, 0), ends[1] - 1), ends[1]);
  else put(ends[0], Math.max(Math.min(moved, count), ends[0] + 1));
}

// A handle is drawn to a bar's edge; elsewhere in the chart a new window is drawn, or one bar taken by a click.
function byPointer(handles, bins, window, put) {
  const chart = part("chart");
  let move = null, waiting = false, last = null;
  const edgeAt = (e) => Math.round(fractionAt(e) * bins.count);
  const barAt = (e) => Math.min(bins.count - 1, Math.floor(fractionAt(e) * bins.count));
  chart.addEventListener("pointerdown", (e) => {
    if (e.button !== 0) return;
    const n = handles.indexOf(e.target), [a, b] = window(), first = barAt(e);
    if (n === 0) move = (now) => put(Math.min(edgeAt(now), b - 1), b);
    else if (n === 1) move = (now) => put(a, Math.max(edgeAt(now), a + 1));
    else move = (now) => put(Math.min(first, barAt(now)), Math.max(first, barAt(now)) + 1);
    chart.setPointerCapture(e.pointerId);
    (n < 0 ? handles[1] : handles[n]).focus({preventScroll: true});
    e.preventDefault();
    if (n < 0) move(e);
  });
  chart.addEventListener("pointermove", (e) => {
    last = e;
    if (move === null || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (move !== null) move(last);
    });
  });
  const end = () => {
    if (move !== null && waiting) move(last);
    move = null;
  };
  chart.addEventListener("pointerup", end);
  chart.addEventListener("pointercancel", end);
}
