// Days as numbers, counted from 1970-01-01, and events in the few words of a row.
function dayNumber(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? "")) return NaN;
  const day = Date.parse(`${text}T00:00:00Z`) / 86400000;
  return dayText(day) === text ? day : NaN;
}

function dayText(day) {
  return Number.isNaN(day) ? "" : new Date(day * 86400000).toISOString().slice(0, 10);
}

function shortDate(told) {
  return told.date_start === null || told.date_end === null ? say("date_unknown")
    : daysInWords(told.date_start, told.date_end);
}

function shortPlace(event) {
  if (event.lat === null) return event.place_text === null ? say("place_unknown") : `“${event.place_text}”`;
  const name = event.place_name || event.place_text || say("place_unnamed");
  const level = LEVELS.indexOf(event.place_level);
  if (level > LAST_POINT_LEVEL) return areaInWords(event) + insideInWords(event);
  const words = level === LAST_POINT_LEVEL ? say("place.near.short", {name}) : name;
  return words + insideInWords(event);
}

function shortToll({killed_low: low, killed_high: high}) {
  if (low === null && high === null) return say("list.dead.untold");
  return low === 0 && high === 0 ? say("list.dead.none") : say("list.dead", {n: countInWords(low, high)});
}
