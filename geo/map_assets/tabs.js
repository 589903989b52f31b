// The panel's tabs: events, filters, legend.
const TABS = ["events", "filters", "legend"];

function makeTabs() {
  const open = (name) => TABS.forEach((each) => {
    const tab = part(`tab-${each}`), chosen = each === name;
    tab.ariaSelected = String(chosen);
    tab.tabIndex = chosen ? 0 : -1;
    part(each).hidden = !chosen;
  });
  TABS.forEach((name, n) => {
    const tab = part(`tab-${name}`);
    tab.addEventListener("click", () => open(name));
    tab.addEventListener("keydown", (e) => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[e.key];
      if (step === undefined) return;
      const next = TABS[(n + step + TABS.length) % TABS.length];
      open(next);
      part(`tab-${next}`).focus();
    });
  });
  open("events");
  return open;
}
