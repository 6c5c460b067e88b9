/** The explorer's module, loaded on demand by the URL in the document. */
type Explorer = { explore: (drawn: HTMLElement) => Promise<() => void> };

/** Disposer of the open explorer. */
let leave: (() => void) | undefined;

async function open(button: HTMLElement | null): Promise<void> {
  const drawn = document.querySelector<HTMLElement>("[data-explorer]");
  if (!drawn) return;
  button?.setAttribute("aria-busy", "true");
  try {
    const { explore } = (await import(/* @vite-ignore */ document.body.dataset.explorerScript ?? "")) as Explorer;
    leave?.();
    leave = await explore(drawn);
  } catch {
    // The document stays as it is; a reload retries.
    button?.removeAttribute("aria-busy");
  }
}

/** Opens the explorer by its button, or if the URL has `explore`. */
export function startExploring(): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-explore][aria-pressed=false]") : null;
    if (!button || button.ariaBusy === "true") return;
    const address = new URL(location.href);
    address.searchParams.set("explore", "1");
    address.searchParams.sort();
    history.replaceState(history.state, "", address.pathname + address.search.replaceAll("%2C", ","));
    void open(button);
  });
  exploreAgain();
}

/** Reopens the explorer after `<main>` has been replaced. */
export function exploreAgain(): void {
  if (new URLSearchParams(location.search).get("explore") === "1") void open(null);
}
