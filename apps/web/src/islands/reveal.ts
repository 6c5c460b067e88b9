/** Opens closed `<details>` around the URL's fragment, which not every browser does. */
export function revealNamed(): void {
  const reveal = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    const around = closed.filter((part) => named && part.contains(named));
    for (const part of around) part.open = true;
    if (around.length > 0) named?.scrollIntoView();
  };
  reveal();
  addEventListener("hashchange", reveal);
}
