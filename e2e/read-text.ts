import type { Locator } from "playwright-core";

/** The text of a part as a reader sees it, wherever it is: the browser gives none of what it leaves alone out of sight. */
export const readText = (part: Locator): Promise<string> =>
  part.evaluate((element) => {
    const leftAlone = [...document.querySelectorAll<HTMLElement>(".below-settled")];
    for (const box of leftAlone) box.style.contentVisibility = "visible";
    const text = (element as HTMLElement).innerText;
    for (const box of leftAlone) box.removeAttribute("style");
    return text;
  });
