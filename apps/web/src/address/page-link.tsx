import type { ComponentProps } from "react";
import { hrefOf, useAddress } from "./address.ts";
import { pointOf } from "./read-point.ts";
import { langParam } from "./search.ts";
import { useView } from "./view.tsx";

type Anchor = Omit<ComponentProps<"a">, "href">;

type PageLinkProps = Anchor & { to: string; search?: Readonly<Record<string, unknown>>; hash?: string };

/** A link to another page that keeps language and day or release. */
export function PageLink({ to, search, hash, ...rest }: PageLinkProps) {
  const view = useView();
  return <a {...rest} href={hrefOf(to, { lang: langParam(view.lang), ...pointOf(view), ...search }, hash)} />;
}

type SamePageLinkProps = Anchor & {
  /** Query parameters to change; undefined removes one. */
  change: Readonly<Record<string, unknown>>;
  hash?: string;
  /** Scrolls to the top; otherwise the scroll position is kept (islands/place.ts). */
  toTop?: boolean;
};

/** A link to the current page with other query parameters. */
export function SamePageLink({ change, hash, toTop = false, ...rest }: SamePageLinkProps) {
  const { path, search } = useAddress();
  return <a {...rest} href={hrefOf(path, { ...search, ...change }, hash)} data-same-page={toTop ? undefined : ""} />;
}
