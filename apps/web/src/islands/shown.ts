/** Runs `start` now, or once the page is shown if the browser prerenders it: until then it may never be. */
export function whenShown(start: () => void): void {
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener("prerenderingchange", start, { once: true });
  else start();
}
