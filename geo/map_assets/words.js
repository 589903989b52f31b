// An event in words that a reader cannot take for more than the article says; the same rules as geo/wording.py.
const KIND_WORDS = new RegExp("\\b(province|governorate|oblast|krai|state|region|district|county|division|department|"
  + "prefecture|republic|territory|sub-?district|raion|muhafazah?|area|countryside)\\b", "i");

function monthInWords(month) {
  return say("months").split(" ")[month - 1];
}

// "3 January 2017" for "2017-01-03".
function dayInWords(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return say("day", {day, month: monthInWords(month), year});
}

// "3 January 2017", "some day in September 2016", "some day from 2 to 8 January 2017", "not known".
function dateInWords(event) {
  if (event.date_start === null || event.date_end === null) return say("date_unknown");
  const words = daysInWords(event.date_start, event.date_end);
  if (event.date_basis === "relative") return say("date_relative", {words});
  return event.date_basis === "publication" ? say("date_publication", {words}) : words;
}

function daysInWords(start, end) {
  if (start === end) return dayInWords(start);
  const [year, month, day] = start.split("-").map(Number);
  const [endYear, endMonth, endDay] = end.split("-").map(Number);
  if (start === `${end.slice(0, 4)}-01-01` && end.endsWith("-12-31")) return say("date_year", {year});
  const until = dayInWords(end);
  if (year !== endYear) return say("date_span", {start: dayInWords(start), end: until});
  if (month !== endMonth) {
    return say("date_span", {start: say("day_month", {day, month: monthInWords(month)}), end: until});
  }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === 1 && endDay === last) return say("date_month", {month: monthInWords(month), year});
  return say("date_span", {start: day, end: until});
}

// "at least 20", "up to 22", "17 to 22", "20"; "not told" for two nulls, "none" for 0 and 0.
function countInWords(low, high) {
  if (low === null && high === null) return say("count_untold");
  if (low === null) return say("count_up_to", {high});
  if (high === null) return low ? say("count_at_least", {low}) : say("count_no_number");
  if (low === high) return low === 0 ? say("count_none") : String(low);
  return say("count_range", {low, high});
}

// "Killed: at least 20 (of these children: at least 3)."
function killedInWords(event) {
  const parts = [];
  if (event.civilians_killed_low !== null || event.civilians_killed_high !== null) {
    const count = countInWords(event.civilians_killed_low, event.civilians_killed_high);
    parts.push(say("toll_civilians", {count}));
  }
  for (const who of ["women", "children"]) {
    const low = event[`${who}_killed_low`];
    if (low !== null) parts.push(say(`toll_${who}`, {count: low ? say("count_at_least", {low}) : say("count_none")}));
  }
  const among = parts.length ? ` ${say("toll_among", {parts: parts.join(", ")})}` : "";
  if (event.killed_low === 0 && event.killed_high === 0) return say("killed_none", {among});
  return say("killed", {count: countInWords(event.killed_low, event.killed_high), among});
}

// Where, with how far off it may be: "in Sarmada, Idlib, Syria (within 1 km of the point)".
function placeInWords(event) {
  if (event.lat === null) {
    return event.place_text === null ? say("place_unknown") : say("place_off_map", {text: event.place_text});
  }
  const radius = kilometres(event.radius_km), inside = insideInWords(event), level = event.place_level;
  const name = event.place_name || event.place_text || say("place_unnamed");
  if (level === "near") return say("place_near", {name, inside, radius});
  if (LEVELS.indexOf(level) < LAST_POINT_LEVEL) return say(`place_${level}`, {name, inside, radius});
  return say("place_wide", {area: areaInWords(event), inside, radius});
}

// "somewhere in Idlib province": the name of an area for its label.
function areaInWords(event) {
  const level = event.place_level, name = event.place_name || event.place_text || say("area_unnamed");
  if (level === "region") return say("area_region", {name: event.place_text || name});
  if (level === "country" || KIND_WORDS.test(name)) return say("area", {name});
  return say("area", {name: `${name} ${say(`level_${level}`)}`});
}

// "1.5 km", "8 km", "250 km": no more digits than an estimate has.
function kilometres(km) {
  if (km < 1) return say("metres", {n: Math.round(km * 10) * 100});
  return say("kilometres", {n: km < 10 ? Number(km.toFixed(1)) : Math.round(km)});
}

// ", Idlib, Syria": the province and the country, where they are not the place itself.
function insideInWords(event) {
  const skipped = {country: 2, province: 1}[event.place_level] ?? 0;
  const names = [event.admin1, event.country_name].slice(skipped);
  return names.filter((name) => name && name !== event.place_name).map((name) => `, ${name}`).join("");
}
