/** Buttons with `data-print` open the print dialog. */
export function startPrinting(): void {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-print]")) print();
  });
}
