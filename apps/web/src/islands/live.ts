import { exchangeMain } from "./exchange-main.ts";
import { exploreAgain } from "./explore.ts";
import { followReleases } from "./live-stream.ts";

/** How long the notice is shown. */
const SHOWN_MS = 8_000;

/** The page's release; 0 for a past day, which no release changes. */
const shown = () => Number(document.querySelector("main")?.dataset.release ?? 0);

/** Replaces the page's content when a release is published, and announces it. */
export function startLive(): void {
  if (shown() === 0) return;
  followReleases({ known: shown, onRelease: () => void refresh() });
}

async function refresh(): Promise<void> {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const release = Number(next.querySelector("main")?.dataset.release ?? 0);
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
