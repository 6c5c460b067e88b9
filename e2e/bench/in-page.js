// @ts-nocheck
// Runs in the measured page before anything of its own. Plain JavaScript: what a build adds to functions is not there.
(() => {
  const watched = { fcp: 0, lcp: 0, cls: 0, long: [], violations: 0 };
  document.addEventListener("securitypolicyviolation", () => {
    watched.violations += 1;
  });
  const see = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  see("paint", (entry) => {
    if (entry.name === "first-contentful-paint") watched.fcp = entry.startTime;
  });
  see("largest-contentful-paint", (entry) => {
    watched.lcp = entry.startTime;
  });
  see("layout-shift", (entry) => {
    if (!entry.hadRecentInput) watched.cls += entry.value;
  });
  see("longtask", (entry) => watched.long.push([entry.startTime, entry.duration]));

  const said = (part) =>
    [...document.querySelectorAll(part)].find((element) => element.checkVisibility({ visibilityProperty: true }))
      ?.textContent ?? null;

  /** Milliseconds from a click (or, with null, from going back in history) to the paint in which every part says something else. */
  const timed = ({ click, parts }) =>
    new Promise((done) => {
      const before = parts.map(said);
      const target = click === null ? null : document.querySelector(click);
      if (click !== null && !target) return done(`nothing to click at ${click}`);
      const began = performance.now();
      const look = () => {
        if (performance.now() - began > 10_000) return done(`no change of ${parts}: ${before}`);
        if (!parts.every((part, i) => said(part) !== before[i])) return requestAnimationFrame(look);
        // A message sent in a frame arrives once that frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - began);
        port2.postMessage(null);
      };
      if (target) target.click();
      else history.back();
      requestAnimationFrame(look);
    });

  Object.assign(globalThis, { watched, timed });
})();
