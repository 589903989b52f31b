// Play: a window of dates moves over the bars and stops at the end. Who wants less motion steps by hand.
const PLAY_MS = 450;

function makePlay(slider, bins) {
  const control = part("play");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = 0;
  const words = () => {
    control.textContent = say(timer !== 0 ? "time.pause" : still.matches ? "time.step" : "time.play");
    control.classList.toggle("playing", timer !== 0);
    part("total").ariaLive = timer === 0 ? "polite" : "off"; // not a count for each step
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    words();
  };
  // The next window, or the first one where there is none or it stands at the end; false at the end.
  const step = (by) => {
    const [a, b] = slider.window(), size = b - a;
    if (size === bins.count) slider.put(0, Math.max(1, Math.round(bins.count / 12)));
    else if (b >= bins.count) return false;
    else {
      const shift = Math.min(by(size), bins.count - b);
      slider.put(a + shift, b + shift);
    }
    return true;
  };
  const tick = () => {
    if (!step(() => 1)) stop();
    else timer = setTimeout(tick, PLAY_MS);
  };
  control.addEventListener("click", () => {
    if (timer !== 0) return stop();
    const [a, b] = slider.window();
    if (b >= bins.count && a > 0) slider.put(0, b - a);
    else if (still.matches) step((size) => size);
    if (still.matches) return words();
    timer = setTimeout(tick, a > 0 || b < bins.count ? PLAY_MS : 0);
    return words();
  });
  still.addEventListener("change", stop);
  words();
}
