import { chartPointer } from "../charts/pointer.ts";
import { startCopying } from "./copy.ts";
import { checkDays } from "./days.ts";
import { startExploring } from "./explore.ts";
import { startFinding } from "./find.ts";
import { startLive } from "./live.ts";
import { showCurrentEntry, startMenus } from "./menu.ts";
import { completeAddresses } from "./origin.ts";
import { markTyped } from "./page-state.ts";
import { keepPlace, resetCachedForms } from "./place.ts";
import { startPrinting } from "./print.ts";
import { revealNamed } from "./reveal.ts";
import { applyTheme, startThemeSwitch } from "./theme.ts";
import { enableViewTransition, ignoreSkippedTransitions } from "./view-transition.ts";

// Script of every public page, run before the first paint. It only enhances the server's HTML.
applyTheme();
enableViewTransition();
ignoreSkippedTransitions();
keepPlace();
resetCachedForms();
startMenus();
startCopying();
startFinding();
startPrinting();
markTyped();
checkDays();
chartPointer(document);
document.addEventListener("DOMContentLoaded", () => {
  completeAddresses(document);
  startThemeSwitch();
  showCurrentEntry();
  revealNamed();
  startExploring();
  startLive();
});
