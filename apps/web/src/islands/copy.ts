/** How long a button says that it has copied, and how long its reader has to do it by hand. */
const DONE_MS = 2_500;
const SELECTED_MS = 10_000;

/** Copies what a button with `data-copy` says, or the text of the element that it names, and says so beside it. */
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
  if (!isCopied && source) getSelection()?.selectAllChildren(source);
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

/** The clipboard is only there for pages that came by TLS, and may be refused; the older way works nearly everywhere. */
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
