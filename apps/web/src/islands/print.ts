/** A button with `data-print` opens the browser's own dialog for printing. */
export function startPrinting(): void {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-print]")) print();
  });
}
