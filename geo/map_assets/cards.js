// Popups. Every word of an article goes in by textContent: nothing in it can become an element.
function put(parent, tag, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined && text !== null) node.textContent = text;
  if (className) node.className = className;
  node.dir = "auto";
  parent.append(node);
  return node;
}

function row(list, name, text) {
  if (text === null || text === "") return;
  put(list, "dt", name);
  put(list, "dd", text);
}

// The article as a link where it has one that a browser may follow.
function source(parent, [outlet, url, title, published]) {
  const line = put(parent, "p", null, "source");
  const words = title || url || outlet || "article without title or address";
  if (url !== null && /^https?:\/\//i.test(url)) {
    const link = put(line, "a", words);
    link.href = url;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
  } else {
    put(line, "span", words);
  }
  const rest = [outlet && outlet !== words ? outlet : null, published ? `published ${published}` : null];
  const text = rest.filter((part) => part !== null).join(", ");
  if (text) put(line, "span", ` · ${text}`);
}

function heading(parent, event) {
  const line = put(parent, "h3");
  const kind = KINDS[event.kind];
  line.append(swatch(kind.shape, kind.colour, 6, !event.told));
  put(line, "span", event.sub);
}

function facts(parent, event) {
  const list = put(parent, "dl");
  row(list, "When", event.date);
  row(list, "Where", event.where);
  row(list, "In the article", event.placeText && `“${event.placeText}”`);
  row(list, "Toll", event.toll);
  row(list, "By", event.perpetrator && `${event.perpetrator} (${event.status || "reported"})`);
  row(list, "Against", event.target);
  row(list, "With", event.weapon);
  row(list, "Who says so", event.attribution || "no one is named");
}

// One event, whole.
function card(event) {
  const node = document.createElement("article");
  node.className = "card";
  heading(node, event);
  put(node, "p", KINDS[event.kind].name, "kind");
  facts(node, event);
  put(node, "blockquote", event.quote);
  event.sources.forEach((s) => source(node, s));
  const why = put(node, "details");
  put(why, "summary", "Why this place, and how sure");
  if (event.reason) put(why, "p", event.reason);
  if (event.lat !== null) {
    const point = event.area ? "middle of the area" : "point";
    put(why, "p", `Stored ${point}: ${event.lat}, ${event.lon}, radius ${event.radius} km.`);
  }
  put(why, "p", event.sure);
  return node;
}

// Several events of one place: a line each that opens into its card; a page at a time.
const PAGE = 25;
function cards(events, title) {
  const node = document.createElement("div");
  node.className = "cards";
  put(node, "h2", title);
  let shown = 0;
  const more = document.createElement("button");
  const page = () => {
    for (const event of events.slice(shown, shown + PAGE)) {
      const item = document.createElement("details");
      const line = put(item, "summary");
      const kind = KINDS[event.kind];
      line.append(swatch(kind.shape, kind.colour, 5, !event.told));
      put(line, "span", `${event.sub}, ${event.date}`);
      item.addEventListener("toggle", () => { if (item.children.length === 1) item.append(card(event)); });
      node.insertBefore(item, more.parentNode === node ? more : null);
    }
    shown = Math.min(shown + PAGE, events.length);
    if (shown < events.length) {
      more.textContent = `${events.length - shown} more`;
      node.append(more);
    } else {
      more.remove();
    }
  };
  more.type = "button";
  more.addEventListener("click", (e) => { e.stopPropagation(); page(); });
  page();
  return node;
}

const POPUP = {maxWidth: 360, minWidth: 280, maxHeight: 420, autoPanPadding: [12, 12], offset: [0, -3]};
function bindCards(layer, events, title) {
  let node = null; // made when it is first asked for, kept so that what the reader opened stays open
  layer.bindPopup(() => (node ??= events.length === 1 ? card(events[0]) : cards(events, title)), POPUP);
}

// A popup that grows or shrinks under the reader's hand is laid out again and kept in view.
function refit(map) {
  map.on("popupopen", ({popup}) => {
    popup.getElement().addEventListener("toggle", () => {
      const focus = document.activeElement;
      popup.update();
      if (focus !== document.activeElement) focus.focus({preventScroll: true});
    }, true);
  });
}
