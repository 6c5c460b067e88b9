import { exchangeMain } from "./exchange-main.ts";
import { exploreAgain } from "./explore.ts";
import { followReleases } from "./live-stream.ts";

/** How long the notice is shown. */
const SHOWN_MS = 8_000;

/** A cache before the server may give the page of before for ten seconds. */
const [TRIES, AGAIN_MS] = [3, 5_000];

/** The page's release; 0 for a past day, which no release changes. */
const shown = () => Number(document.querySelector("main")?.dataset.release ?? 0);

/** Replaces the page's content when a release is published, and announces it. */
export function startLive(): void {
  if (shown() === 0) return;
  followReleases({ known: shown, onRelease: (release) => void refresh(release ?? 0, TRIES) });
}

/** Shows the page anew; once more where a cache on the way does not have the release yet. */
async function refresh(expected: number, tries: number): Promise<void> {
  const answer = await fetch(location.href, { cache: "no-cache" }).catch(() => null);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const release = Number(next.querySelector("main")?.dataset.release ?? 0);
  if (release < expected && tries > 1) setTimeout(() => void refresh(expected, tries - 1), AGAIN_MS);
  if (release <= shown()) return;
  exchangeMain(next);
  exploreAgain();
  const note = document.querySelector<HTMLElement>("[data-new-release]");
  if (!note) return;
  note.textContent = (note.dataset.newRelease ?? "").replace("{id}", String(release));
  note.hidden = false;
  setTimeout(() => {
    note.hidden = true;
  }, SHOWN_MS);
}
