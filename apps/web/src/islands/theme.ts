const dark = matchMedia("(prefers-color-scheme: dark)");

function stored(): string {
  try {
    return localStorage.getItem("theme") ?? "system";
  } catch {
    return "system";
  }
}

function apply(choice: string): void {
  const isDark = choice === "dark" || (choice !== "light" && dark.matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

/** Applies the stored theme, or the system's. */
export function applyTheme(): void {
  apply(stored());
  dark.addEventListener("change", () => apply(stored()));
  addEventListener("storage", () => apply(stored()));
}

/** Wires the theme selection. Without storage it lasts for the page only. */
export function startThemeSwitch(): void {
  for (const radio of document.querySelectorAll<HTMLInputElement>("input[name=theme]"))
    radio.checked = radio.value === stored();
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "theme") return;
    try {
      localStorage.setItem("theme", target.value);
    } catch {
      // See above.
    }
    apply(target.value);
  });
}
