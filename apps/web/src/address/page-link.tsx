import type { ComponentProps } from "react";
import { hrefOf, useAddress } from "./address.ts";
import { useView } from "./view.tsx";

type Anchor = Omit<ComponentProps<"a">, "href">;

type PageLinkProps = Anchor & { to: string; search?: Readonly<Record<string, unknown>>; hash?: string };

/** A link to another page, in the same language and as of the same day. */
export function PageLink({ to, search, hash, ...rest }: PageLinkProps) {
  const { lang, asOf } = useView();
  return <a {...rest} href={hrefOf(to, { lang: lang === "en" ? lang : undefined, asOf, ...search }, hash)} />;
}

type SamePageLinkProps = Anchor & {
  /** What the query says otherwise; `undefined` takes a parameter away. */
  change: Readonly<Record<string, unknown>>;
  hash?: string;
  /** Begins at the top of the page; otherwise the reader's place is kept (islands/place.ts). */
  toTop?: boolean;
};

/** A link to the same page with another query. */
export function SamePageLink({ change, hash, toTop = false, ...rest }: SamePageLinkProps) {
  const { path, search } = useAddress();
  return <a {...rest} href={hrefOf(path, { ...search, ...change }, hash)} data-same-page={toTop ? undefined : ""} />;
}
