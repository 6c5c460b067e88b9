/** What tells that somebody is there. */
const SIGNS = ["pointermove", "pointerdown", "keydown"];

/** What the first of them set off has been drawn by then. */
const REST_MS = 300;

/** Resolves once somebody uses the page: what only their pointer, finger or keys need can come then. */
export const inUse = (): Promise<void> =>
  new Promise((done) => {
    const begin = () => {
      for (const sign of SIGNS) removeEventListener(sign, begin);
      setTimeout(done, REST_MS);
    };
    for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });
  });
