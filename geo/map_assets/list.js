// The list of the events shown. Only the rows in sight are in the page: there may be a hundred thousand.
const ROW = 76;
const SPARE = 6;

function makeList(model, state, order, signs) {
  const node = part("list");
  const sizer = put(node, "div", null, "sizer");
  sizer.role = "presentation";
  const list = {listed: new Uint32Array(0), active: -1, rows: new Map()};
  const draw = () => drawRows(list, node, model, state, signs);
  const activate = (k) => {
    list.active = Math.min(Math.max(k, 0), list.listed.length - 1);
    reveal(list, node);
    draw();
    state.hover(list.listed[list.active] ?? null);
  };
  list.update = () => {
    const kept = list.listed[list.active];
    list.listed = order(state);
    list.active = list.listed.indexOf(kept ?? -1);
    node.style.setProperty("--rows", list.listed.length);
    part("nothing").hidden = list.listed.length > 0;
    node.hidden = list.listed.length === 0;
    draw();
  };
  list.find = (i) => {
    const k = i === null ? -1 : list.listed.indexOf(i);
    if (k >= 0) {
      list.active = k;
      reveal(list, node);
    }
    draw();
  };
  node.addEventListener("scroll", draw, {passive: true});
  new ResizeObserver(draw).observe(node);
  followReader(list, node, activate, state);
  return list;
}

function followReader(list, node, activate, state) {
  node.addEventListener("keydown", (e) => listKeys(e, list, node, activate, state));
  node.addEventListener("click", (e) => {
    const row = e.target.closest("[role=option]");
    if (row) state.select(Number(row.dataset.event), "list");
  });
  node.addEventListener("mouseover", (e) => {
    const row = e.target.closest("[role=option]");
    state.hover(row ? Number(row.dataset.event) : null);
  });
  node.addEventListener("mouseleave", () => state.hover(null));
  // Come to by keys; a click chooses its own row.
  node.addEventListener("focus", () => {
    if (list.active < 0 && list.listed.length > 0 && node.matches(":focus-visible")) activate(0);
  });
}

function listKeys(e, list, node, activate, state) {
  const page = Math.max(1, Math.floor(node.clientHeight / ROW) - 1);
  const steps = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity};
  const chosen = (e.key === "Enter" || e.key === " ") && list.active >= 0;
  if (e.key in steps) activate(list.active + steps[e.key]);
  else if (chosen) state.select(list.listed[list.active], "keys");
  else return;
  e.preventDefault();
}

function reveal(list, node) {
  const top = list.active * ROW;
  if (top < node.scrollTop) node.scrollTop = top;
  else if (top + ROW > node.scrollTop + node.clientHeight) node.scrollTop = top + ROW - node.clientHeight;
}

function drawRows(list, node, model, state, signs) {
  const first = Math.max(0, Math.floor(node.scrollTop / ROW) - SPARE);
  const last = Math.min(list.listed.length, Math.ceil((node.scrollTop + node.clientHeight) / ROW) + SPARE);
  const wanted = new Map();
  for (let k = first; k < last; k++) wanted.set(list.listed[k], k);
  for (const [i, row] of list.rows) {
    if (!wanted.has(i)) {
      row.remove();
      list.rows.delete(i);
    }
  }
  for (const [i, k] of wanted) {
    if (!list.rows.has(i)) list.rows.set(i, eventRow(node.firstChild, model.event(i), i, signs));
    const row = list.rows.get(i);
    row.style.top = `${k * ROW}px`;
    row.ariaPosInSet = String(k + 1);
    row.ariaSetSize = String(list.listed.length);
    row.ariaSelected = String(i === state.selected);
    row.classList.toggle("active", k === list.active);
  }
  const active = list.listed[list.active];
  if (list.rows.has(active)) node.setAttribute("aria-activedescendant", `row-${active}`);
  else node.removeAttribute("aria-activedescendant");
}

function eventRow(parent, event, i, signs) {
  const row = put(parent, "div", null, "row");
  row.role = "option";
  row.id = `row-${i}`;
  row.dataset.event = i;
  row.append(signs.of(i));
  const head = put(row, "p", null, "head");
  put(head, "span", event.sub_event_type, "what");
  put(head, "span", shortToll(event), event.killed_low > 0 || event.killed_high > 0 ? "dead" : "dead none");
  putTold(row, "p", shortPlace(event), "where");
  const words = [shortDate(event), event.grade];
  if (event.claims.length > 1) words.push(say("list.sources", {n: event.claims.length}));
  if (event.lat === null) words.push(say("list.off"));
  put(row, "p", words.join(" · "), "when");
  return row;
}
