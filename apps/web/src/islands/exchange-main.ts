import { completeAddresses } from "./origin.ts";
import { applyState, readState, scrollBack } from "./page-state.ts";

/** Puts the main part of another document in the place of the page's. What its reader has opened, filled in and reached stays. */
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
