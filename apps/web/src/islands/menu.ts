const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

/** Closes an open menu on Escape, on a press elsewhere, and where a form in it has been sent. */
export function startMenus(): void {
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("pointerdown", ({ target }) => {
    for (const menu of openMenus()) if (!menu.contains(target as Node)) menu.open = false;
  });
}

/** Brings the current page's entry into sight in a menu that is wider than a phone, without moving the page. */
export function showCurrentEntry(): void {
  const menu = document.querySelector(".scroll-menu");
  const current = menu?.querySelector("[aria-current=page]");
  if (!menu || !current) return;
  const [box, entry] = [menu.getBoundingClientRect(), current.getBoundingClientRect()];
  menu.scrollLeft += entry.left - box.left - (box.width - entry.width) / 2;
}
