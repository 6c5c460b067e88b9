import { hrefOf } from "../../address/address.ts";
import { parsePage, stringifySearch } from "../../address/search.ts";
import { readSearch } from "../../document/canonical.ts";

type Query = Readonly<Record<string, unknown>>;

/** Updates the links and forms outside the explorer (language, day), so that they keep the query that it shows. */
export function updateOuterLinks(explorer: HTMLElement, path: string, search: Query): void {
  const isOutside = (element: Element) => !explorer.contains(element);
  for (const link of [...document.querySelectorAll<HTMLAnchorElement>("a[data-same-page]")].filter(isOutside)) {
    const { lang, asOf, release } = parsePage(readSearch(link.search));
    link.href = hrefOf(path, { ...search, lang, asOf, release });
  }
  for (const form of [...document.querySelectorAll("form")].filter(isOutside)) {
    if (new URL(form.action).pathname !== path) continue;
    for (const field of form.querySelectorAll("input[type=hidden]")) field.remove();
    const own = new Set([...form.elements].map((field) => field.getAttribute("name")));
    for (const [name, value] of new URLSearchParams(stringifySearch(search))) {
      if (own.has(name)) continue;
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  }
}
