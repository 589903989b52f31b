// What each source tells, side by side: a column a source, a line a fact; where they differ it is said.
const CLAIM_LINES = [
  ["claims.published", (c) => (c.published === null ? say("claims.untold") : dayInWords(c.published))],
  ["claims.place", (c) => c.place_name ?? c.place_text ?? say("claims.untold"), true],
  ["claims.date", shortDate, true],
  ["claims.killed", (c) => countInWords(c.killed_low, c.killed_high), true],
  ["claims.injured", (c) => countInWords(c.injured_low, c.injured_high), true],
  ["claims.side", sideInWords, true],
  ["claims.says", (c) => c.attribution ?? say("card.says.nobody")],
];

function sideInWords(told) {
  if (told.perpetrator === null) return say("card.by.nobody");
  const status = say(`status.${told.perpetrator_status ?? "reported"}`);
  return say("card.by.status", {name: told.perpetrator, status});
}

function claimsTable(parent, claims) {
  const section = put(parent, "section", null, "claims");
  put(section, "h3", say("claims"));
  const frame = put(section, "div", null, "scrolled");
  frame.tabIndex = 0;
  frame.role = "region";
  frame.ariaLabel = say("claims");
  const table = put(frame, "table");
  const head = put(put(table, "thead"), "tr");
  put(head, "th", say("claims.source")).scope = "row";
  for (const claim of claims) {
    const cell = put(head, "th");
    cell.scope = "col";
    webLink(cell, claim.source ?? say("claims.unnamed"), claim.url);
  }
  const body = put(table, "tbody");
  for (const [key, words, compared] of CLAIM_LINES) claimLine(body, key, claims.map(words), compared);
}

function claimLine(body, key, told, compared) {
  const row = put(body, "tr");
  const name = put(row, "th", say(key));
  name.scope = "row";
  if (compared && new Set(told).size > 1) {
    row.className = "differ";
    put(name, "small", say("claims.differ"));
  }
  for (const words of told) putTold(row, "td", words);
}
