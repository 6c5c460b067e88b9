import { completeAddresses } from "./origin.ts";
import { applyState, readState, scrollBack } from "./page-state.ts";

/** Replaces `<main>` by that of another document. Open parts, form input, focus and scroll position are kept. */
export function exchangeMain(next: Document): void {
  const main = document.querySelector("main");
  const newer = next.querySelector("main");
  if (!main || !newer) return;
  const state = readState();
  completeAddresses(newer);
  main.replaceWith(document.adoptNode(newer));
  document.title = next.title;
  applyState(state);
  scrollBack(state);
}
