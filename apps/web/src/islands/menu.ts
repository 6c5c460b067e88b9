const openMenus = () => document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]");

/** Puts the cursor into a search that opens; closes an open menu on Escape and outside clicks. */
export function startMenus(): void {
  const toField = ({ target }: Event) => {
    if (target instanceof HTMLDetailsElement && target.matches("[data-menu][open]"))
      target.querySelector<HTMLInputElement>("input[type=search]")?.focus();
  };
  // `toggle` does not bubble.
  document.addEventListener("toggle", toField, true);
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

/** Scrolls the current entry of an overflowing menu into view, without scrolling the page. */
export function showCurrentEntry(): void {
  const menu = document.querySelector(".scroll-menu");
  const current = menu?.querySelector("[aria-current=page]");
  if (!menu || !current) return;
  const [box, entry] = [menu.getBoundingClientRect(), current.getBoundingClientRect()];
  menu.scrollLeft += entry.left - box.left - (box.width - entry.width) / 2;
}
