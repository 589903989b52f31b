// The card of one event, whole, and the short list of several that one sign of the map stands for.
const LINKS = 12;
const PICKS = 50;

function fact(list, key, text) {
  if (text === null || text === "") return;
  put(list, "dt", say(key));
  putTold(list, "dd", text);
}

// Children and women are told as lower figures only.
function leastInWords(low) {
  return low === 0 ? say("count_none") : countInWords(low, null);
}

function tolls(list, event) {
  fact(list, "card.killed", countInWords(event.killed_low, event.killed_high));
  if (event.civilians_killed_low !== null || event.civilians_killed_high !== null) {
    fact(list, "card.civilians", countInWords(event.civilians_killed_low, event.civilians_killed_high));
  }
  if (event.children_killed_low !== null) fact(list, "card.children", leastInWords(event.children_killed_low));
  if (event.women_killed_low !== null) fact(list, "card.women", leastInWords(event.women_killed_low));
  fact(list, "card.injured", countInWords(event.injured_low, event.injured_high));
  if (event.victims !== "unknown") fact(list, "card.victims", say(`victims_${event.victims}`));
}

function facts(parent, event) {
  const list = put(parent, "dl");
  fact(list, "card.when", dateInWords(event));
  fact(list, "card.where", placeInWords(event));
  const own = event.place_text !== event.place_name && event.lat !== null;
  fact(list, "card.article", own && event.place_text !== null ? `“${event.place_text}”` : null);
  tolls(list, event);
  fact(list, "card.by", sideInWords(event));
  fact(list, "card.against", event.target);
  fact(list, "card.weapon", event.weapon);
  fact(list, "card.says", event.attribution ?? say("card.says.nobody"));
}

function support(parent, event) {
  const list = put(parent, "dl");
  fact(list, "card.support", gradeInWords(event.grade));
  const n = event.confidence.toFixed(2);
  fact(list, "card.confidence", event.place_confidence === null ? say("card.confidence.event", {n})
    : say("card.confidence.both", {n, place: event.place_confidence.toFixed(2)}));
}

// Each article as a link where it has one that a browser may follow.
function sources(parent, claims) {
  const section = put(parent, "section", null, "sources");
  put(section, "h3", say("card.sources"));
  const list = put(section, "ul");
  for (const claim of claims.slice(0, LINKS)) sourceLine(list, claim);
  if (claims.length > LINKS) {
    const more = button(section, say("card.more", {n: claims.length - LINKS}), "quiet", () => {
      for (const claim of claims.slice(LINKS)) sourceLine(list, claim);
      more.remove();
    });
  }
}

function sourceLine(list, claim) {
  const line = put(list, "li");
  const words = claim.title || claim.url || claim.source || say("card.untitled");
  webLink(line, words, claim.url);
  const day = claim.published === null ? null : say("card.published", {day: dayInWords(claim.published)});
  const outlet = claim.source && claim.source !== words ? claim.source : null;
  const rest = [outlet, day].filter((text) => text !== null);
  if (rest.length > 0) putTold(line, "small", rest.join(" · "));
}

function why(parent, event) {
  const section = put(parent, "details", null, "why");
  put(section, "summary", say("card.why"));
  putTold(section, "p", event.place_reason ?? say("card.why.none"));
  if (event.lat !== null) {
    const key = LEVELS.indexOf(event.place_level) <= LAST_POINT_LEVEL ? "card.point" : "card.middle";
    const {lat, lon} = event;
    put(section, "p", say(key, {lat: String(lat), lon: String(lon), radius: kilometres(event.radius_km)}));
  }
  putTold(section, "p", say("card.id", {id: event.id}));
}

function card(event, sign, kind) {
  const node = document.createElement("article");
  const head = put(node, "h2");
  head.tabIndex = -1;
  head.append(sign);
  put(head, "span", event.sub_event_type);
  put(node, "p", kind, "kind");
  facts(node, event);
  const quote = put(node, "section", null, "quote");
  put(quote, "h3", say("card.quote"));
  markedQuote(quote, event);
  const beside = tollBesideQuote(event).map((words) => `“${words}”`).join("; ");
  if (beside !== "") putTold(quote, "p", say("card.toll.beside", {words: beside}), "note");
  support(node, event);
  if (event.claims.length > 1) claimsTable(node, event.claims);
  sources(node, event.claims);
  why(node, event);
  return node;
}

// Several events of one place: a line each, so many at a time; `open` is told which was chosen.
function pickList(model, picked, signOf, open) {
  const node = document.createElement("article");
  const head = put(node, "h2");
  head.tabIndex = -1;
  put(head, "span", say("card.here", {n: picked.length}));
  const list = put(node, "ul", null, "picks");
  let shown = 0;
  const more = button(node, "", "quiet", () => page());
  const page = () => {
    for (const i of picked.slice(shown, shown + PICKS)) {
      const event = model.event(i);
      const line = button(put(list, "li"), null, "pick", () => open(i));
      line.append(signOf(i));
      put(line, "span", event.sub_event_type, "what");
      put(line, "small", say("card.pick", {date: shortDate(event), toll: shortToll(event)}));
    }
    shown = Math.min(shown + PICKS, picked.length);
    more.hidden = shown === picked.length;
    more.textContent = say("card.more", {n: picked.length - shown});
  };
  page();
  return node;
}
