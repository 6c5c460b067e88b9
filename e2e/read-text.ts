import type { Locator } from "playwright-core";

/** The text of a part as a reader sees it, wherever on the page it is. */
export const readText = (part: Locator): Promise<string> => part.innerText();
