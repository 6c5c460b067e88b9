/** Prepends the origin to absolute paths shown as text, where the server does not know its own. */
export function completeAddresses(page: ParentNode): void {
  for (const place of page.querySelectorAll("[data-origin]")) place.textContent = location.origin;
}
