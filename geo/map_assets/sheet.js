// The sheet with the card of the selected event, or with the events that one sign of the map stands for.
function makeSheet(model, state, signs) {
  const sheet = part("card"), body = part("card-body"), back = part("card-back");
  let picked = null, opener = null;
  const show = (node) => {
    if (sheet.hidden) opener = document.activeElement;
    body.replaceChildren(node);
    body.scrollTop = 0;
    sheet.hidden = false;
    document.body.classList.add("with-card");
  };
  const close = () => {
    if (sheet.hidden) return;
    sheet.hidden = true;
    document.body.classList.remove("with-card");
    picked = null;
    if (state.selected !== null) state.select(null, "closed");
    if (opener?.isConnected && opener !== document.body) opener.focus({preventScroll: true});
  };
  const focusHead = () => body.querySelector("h2").focus({preventScroll: true});
  const pick = (events) => {
    if (events.length === 1) return state.select(events[0], "map");
    picked = events;
    back.hidden = part("card-show").hidden = true;
    if (state.selected !== null) state.select(null, "picked");
    show(pickList(model, events, signs.of, (i) => state.select(i, "picked")));
    return focusHead();
  };
  state.on("select", (i, whence) => {
    if (i === null) return whence === "picked" ? undefined : close();
    if (whence !== "picked") picked = null;
    back.hidden = picked === null;
    back.textContent = picked === null ? "" : say("card.back", {n: picked.length});
    part("card-show").hidden = Number.isNaN(model.columns.lat[i]);
    show(cardOf(model, state, signs, i));
    if (!["list", "address", "view"].includes(whence)) focusHead();
  });
  back.addEventListener("click", () => pick(picked));
  part("card-close").addEventListener("click", close);
  addEventListener("keydown", (e) => { if (e.key === "Escape") close(); });
  return {pick, close};
}

function cardOf(model, state, signs, i) {
  const node = card(model.event(i), signs.of(i), model.style.types[model.columns.kind[i]].label);
  if (state.shown[i] === 0) node.prepend(hiddenNote());
  return node;
}

function hiddenNote() {
  const note = document.createElement("p");
  note.className = "note";
  note.textContent = say("card.hidden");
  return note;
}
