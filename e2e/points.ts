import type { Page } from "playwright-core";

/** The size of the smallest text that can be seen on a page, in points of 1/72 inch. */
export const smallestPoints = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let smallest = Number.POSITIVE_INFINITY;
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const range = document.createRange();
      range.selectNode(text);
      // What is there for screen readers alone is a pixel wide.
      if (!text.parentElement || !text.textContent?.trim() || range.getBoundingClientRect().width < 2) continue;
      const pixels = Number.parseFloat(getComputedStyle(text.parentElement).fontSize);
      smallest = Math.min(smallest, pixels * 0.75);
    }
    // A pixel's size is a rounded float.
    return Math.round(smallest * 1000) / 1000;
  });
