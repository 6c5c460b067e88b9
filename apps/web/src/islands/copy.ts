/** How long a button shows "copied", or leaves the text selected for manual copying. */
const DONE_MS = 2_500;
const SELECTED_MS = 10_000;

/** Copies the text in `data-copy`, or of the element it names, and announces it. */
export function startCopying(): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-copy]") : null;
    if (button) void copyFrom(button);
  });
}

async function copyFrom(button: HTMLElement): Promise<void> {
  const source = document.getElementById(button.dataset.select ?? "");
  const isCopied = await copied(button.dataset.copy || (source?.textContent ?? ""));
  if (!isCopied && !source) return;
  if (!isCopied && source) select(source);
  const status = button.parentElement?.querySelector<HTMLElement>("[role=status]");
  const show = (isSaid: boolean) => {
    if (status) {
      status.textContent = isSaid ? (status.dataset[isCopied ? "done" : "selected"] ?? "") : "";
      status.className = isSaid && !isCopied ? "text-sm text-soft" : "sr-only";
    }
    const [label, done] = button.children;
    label?.toggleAttribute("hidden", isSaid && isCopied);
    done?.toggleAttribute("hidden", !(isSaid && isCopied));
  };
  show(true);
  setTimeout(() => show(false), isCopied ? DONE_MS : SELECTED_MS);
}

/** Selects a text, or that of a field, which has to have the focus for a key to copy it. */
function select(source: HTMLElement): void {
  if (source instanceof HTMLTextAreaElement) {
    source.focus();
    source.select();
  } else getSelection()?.selectAllChildren(source);
}

/** The async clipboard needs a secure context and permission; `execCommand` is the fallback. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "sr-only";
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }
}
