import {
  type LinkComponentProps,
  type NavigateOptions,
  type RegisteredRouter,
  useRouter,
} from "@tanstack/react-router";
import type { ComponentProps, MouseEvent, ReactElement } from "react";
import { stringifySearch } from "./search.ts";
import { useView } from "./view.tsx";

/** A pointer that only passes over a link fetches nothing. */
const INTENT_MS = 50;

/** A reader means one link at a time. */
let meant: ReturnType<typeof setTimeout> | undefined;
const leave = () => clearTimeout(meant);

type Props = Pick<NavigateOptions, "to" | "params" | "search" | "hash"> & { preload?: false } & ComponentProps<"a">;

/** What the router's link would take beside that: here it would be lost without a word. */
type Refused = {
  [prop in "from" | "replace" | "resetScroll" | "activeOptions" | "activeProps" | "mask" | "state"]?: never;
};
type Checked = <const To extends string>(
  props: LinkComponentProps<"a", RegisteredRouter, string, To> & Refused & { search?: Record<string, unknown> },
) => ReactElement;

/** Written without the router, which would match and check every address: a page has fifty. */
function addressOf({ to, params, search, hash }: NavigateOptions): string {
  const path = String(to).replace(/\$(\w+)/g, (_, name) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ""),
  );
  return path + stringifySearch(search as Record<string, unknown>) + (hash ? `#${hash}` : "");
}

/**
 * A link to another page, in the language and of the day that this one shows; what it leads to is fetched when a reader
 * means to go there. The router's own `Link` listens to every step of the router and works out anew where it leads: on a
 * page of fifty links a switch of language would wait for that.
 */
export const PageLink = (({ to, params, search, hash, preload, onClick, ...rest }: Props) => {
  const router = useRouter();
  const { lang, asOf } = useView();
  const view = { lang: lang === "en" ? lang : undefined, asOf };
  const target = { to, params, search: { ...view, ...(search as object) }, hash } as unknown as NavigateOptions;
  const prepare = () => {
    leave();
    // One that fails is fetched again, and its failure told, once the reader goes there.
    if (preload !== false) meant = setTimeout(() => void router.preloadRoute(target).catch(() => {}), INTENT_MS);
  };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isForBrowser = event.metaKey || event.altKey || event.ctrlKey || event.shiftKey || event.button !== 0;
    if (isForBrowser || event.defaultPrevented) return;
    event.preventDefault();
    leave();
    void router.navigate(target);
  };
  const meaning = {
    onMouseEnter: prepare,
    onMouseLeave: leave,
    onFocus: prepare,
    onBlur: leave,
    onTouchStart: prepare,
  };
  return <a {...rest} {...meaning} href={addressOf(target)} onClick={follow} />;
}) as unknown as Checked;
