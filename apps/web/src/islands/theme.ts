/** Keeps the theme that a reader chooses; islands/head.ts applies it. */
export function startTheme(): void {
  try {
    const stored = localStorage.getItem("theme") ?? "system";
    for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=theme]"))
      radio.checked = radio.value === stored;
  } catch {
    // Without storage a choice lasts as long as the page.
  }
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "theme") return;
    try {
      localStorage.setItem("theme", target.value);
    } catch {
      // See above.
    }
    dispatchEvent(new CustomEvent("theme", { detail: target.value }));
  });
}
