import type { ReleaseRef } from "../schema/release.ts";
import type { Lang } from "../text/lang.ts";

/** The body that is answerable for this copy of the pages; `en` null where it has no English name. */
export interface Owner {
  readonly vi: string;
  readonly en: string | null;
}

/** What a page is drawn for: the address that was asked for, and what only the server knows. */
export interface PageRequest {
  /** Path and query, as they were asked for. */
  readonly address: string;
  /** The parameters of the page's path. */
  readonly params: Readonly<Record<string, string>>;
  /** Answers a read of the API at an address (path and query), with its status. */
  readonly read: (address: string) => Promise<Response>;
  /** The newest release; null where none is published. */
  readonly release: number | null;
  /** The last release that was dated by what its sources published: what came later came after its own day. */
  readonly reconstructed: number | null;
  /** Today in Viet Nam, YYYY-MM-DD. */
  readonly today: string;
  /** Whom readers can write to, and where the pages are served from; null where the operator says nothing. */
  readonly contact: string | null;
  readonly origin: string | null;
  readonly owner: Owner | null;
  readonly assets: PageAssets;
}

/** The addresses of the files that every page asks for. */
export interface PageAssets {
  readonly style: string;
  readonly fonts: readonly string[];
  /** Runs before the first paint, and stays small. */
  readonly script: string;
  /** The explorer of the comparison, a module; no page asks for it by itself. */
  readonly explorer: string;
}

/** A page as a document, or where its canonical address is. */
export type PageAnswer =
  | {
      readonly status: 200 | 403 | 404 | 422 | 503;
      readonly html: string;
      /** The address says what nobody reads: one of any number, of which none is kept. */
      readonly isUnread?: boolean;
    }
  | { readonly status: 303; readonly location: string };

/** What the picture of a shared link to a page is drawn from. */
export interface CardRequest {
  /** The parameters of the page's path. */
  readonly params: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly release: ReleaseRef;
  readonly read: PageRequest["read"];
}

/** The public pages, built for the server. */
export interface Documents {
  /** The paths of the pages, as Hono writes them. */
  readonly paths: readonly string[];
  answer(path: string, request: PageRequest): Promise<PageAnswer>;
  /** The picture of a link to a page, as an SVG of half its size; null where the page was not there at the release. */
  card(path: string, request: CardRequest): Promise<string | null>;
  /** A chart for a page elsewhere, as a document of its own; any address below `/embed/`. */
  embed(request: PageRequest): Promise<PageAnswer>;
  /** The addresses of every page at a release, each in every language. */
  addresses(read: PageRequest["read"], release: number): Promise<readonly Readonly<Record<Lang, string>>[]>;
  /** The document of an address that leads nowhere. */
  notFound(request: PageRequest): Promise<string>;
  /** The document of a page that could not be made. */
  failure(request: PageRequest, requestId: string): Promise<string>;
}
