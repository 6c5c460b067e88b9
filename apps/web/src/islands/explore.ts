/** What the explorer's module gives, whose address the document names: it is no part of this script. */
type Explorer = { explore: (drawn: HTMLElement) => Promise<() => void> };

/** Ends the explorer that is open. */
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
    // The document stays as it is; a reload tries again.
    button?.removeAttribute("aria-busy");
  }
}

/** Opens the explorer of the comparison on its button, and where the address asks for it. */
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

/** Opens the explorer where the address asks for it: new figures come as a document of the server's. */
export function exploreAgain(): void {
  if (new URLSearchParams(location.search).get("explore") === "1") void open(null);
}
