import { startCopying } from "./copy.ts";
import { showCurrentEntry, startMenus } from "./menu.ts";
import { startTheme } from "./theme.ts";

// The script of every public page: all of it works on what the server has drawn.
startTheme();
startMenus();
startCopying();
showCurrentEntry();
