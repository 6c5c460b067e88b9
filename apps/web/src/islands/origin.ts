/** Puts the server's name before addresses that leave the page, where the server itself was not told it. */
export function completeAddresses(page: ParentNode): void {
  for (const place of page.querySelectorAll("[data-origin]")) place.textContent = location.origin;
}
