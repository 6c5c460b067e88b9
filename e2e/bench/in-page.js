// @ts-nocheck
// Runs in the measured page before anything of its own. Plain JavaScript: what a build adds to functions is not there.
(() => {
  const seen = { lcp: 0, cls: 0, moved: 0, answered: Number.NaN };
  const long = [];
  const see = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  see("largest-contentful-paint", (entry) => Object.assign(seen, { lcp: entry.startTime }));
  see("longtask", (entry) => long.push(entry));
  const shift = ({ value, hadRecentInput }) =>
    Object.assign(seen, { moved: seen.moved + value, cls: seen.cls + (hadRecentInput ? 0 : value) });
  see("layout-shift", shift);
  // The next document of this window learns when it was asked for.
  const remember = ({ timeStamp }) => Object.assign(window, { name: String(performance.timeOrigin + timeStamp) });
  addEventListener("click", remember, true);
  /** Counts anew what moves; `mark` is a class to set where the next press is, as the least of answers. */
  const begin = (mark) => {
    seen.moved = 0;
    const answer = ({ target, timeStamp }) => {
      if (mark) target.closest("[data-chart]").classList.add(mark);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Object.assign(seen, { answered: performance.now() - timeStamp });
      // A message sent in a frame arrives once that frame has been painted.
      requestAnimationFrame(() => port2.postMessage(null));
    };
    addEventListener("pointerdown", answer, { capture: true, once: true });
  };
  const all = () => {
    const [paint, way] = ["paint", "navigation"].map((type) => performance.getEntriesByType(type).at(-1));
    const fcp = paint?.startTime ?? Number.NaN;
    const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
    return {
      ...seen,
      script: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      // Blocking time counts from the first paint: what runs before it shows in that.
      tbt: long.reduce((sum, { startTime, duration }) => sum + (startTime < fcp ? 0 : Math.max(0, duration - 50)), 0),
      took: performance.timeOrigin + Math.max(fcp, seen.lcp) - Number(window.name),
      isAhead: Number(way.deliveryType === "navigational-prefetch"),
    };
  };
  globalThis.watched = { begin, all };
})();
