// The filter by source: those with most events, the chosen ones, and the rest by typing a part of the name.
function sourceFilter(parent, model, state) {
  const set = fieldset(parent, say("filter.source"));
  const totals = new Uint32Array(model.outlets.length);
  for (let i = 0; i < model.count; i++) for (const outlet of model.outletsOf(i)) totals[outlet]++;
  const ranks = [...totals.keys()].sort((a, b) => totals[b] - totals[a] || a - b);
  let wanted = "", counts = totals;
  const find = ranks.length > SOURCES_SHOWN ? put(set, "input") : null;
  const list = put(set, "div");
  const rest = put(set, "p", "", "note");
  const update = () => listSources(list, rest, model, state, ranks, wanted, counts);
  if (find !== null) {
    const words = say("filter.source.find");
    Object.assign(find, {type: "search", placeholder: words, ariaLabel: words});
    find.addEventListener("input", settled(() => {
      wanted = folded(find.value);
      update();
    }, 120));
  }
  return (now) => {
    counts = now.sources;
    update();
  };
}

function listSources(list, rest, model, state, ranks, wanted, counts) {
  const {sources} = state.filters;
  const fitting = ranks.filter((k) => sources.has(k) || folded(model.outlets[k]).includes(wanted));
  const shown = fitting.filter((k, n) => n < SOURCES_SHOWN || sources.has(k));
  const focused = list.contains(document.activeElement) ? document.activeElement.value : null;
  list.replaceChildren();
  for (const k of shown) {
    option(list, {
      type: "checkbox", name: "source", words: model.outlets[k],
      act: (held) => state.set({sources: changed(state.filters.sources, k, held)}),
    })(counts[k], sources.has(k));
    list.lastChild.firstChild.value = k;
  }
  // The list is made anew under the reader's hand: the one in use keeps the focus.
  if (focused !== null) list.querySelector(`input[value="${focused}"]`)?.focus({preventScroll: true});
  const more = fitting.length - shown.length;
  rest.hidden = more === 0;
  rest.textContent = say("filter.source.more", {n: more});
}
