/** A page as the server sends it: what stands in the document before any script has run. */
export interface RenderedPage {
  readonly lang: "vi" | "en";
  readonly title: string;
  /** What search engines and shared links say of the page; null where the page has nothing better than the site's own. */
  readonly description: string | null;
  readonly html: string;
  /** Source files that the page's script asks for later, so that the document can name them at once. */
  readonly modules: readonly string[];
}

/** What a page is made from: the answers to its reads by their keys, and the day it is in Viet Nam. */
export interface PageInput {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly today: string;
}

/** The pages, built for the server: `address` is path and query. */
export type RenderPage = (address: string, input: PageInput) => Promise<RenderedPage>;
