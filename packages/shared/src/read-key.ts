/** One name for one read, whatever the order and encoding of its parameters: how a page finds, among the answers that came with its document, the one it asks for. */
export function readKey(address: string): string {
  const url = new URL(address, "http://page");
  url.searchParams.sort();
  return `${url.pathname}?${url.searchParams}`;
}

/** Before a page's address: the answers to all that the page reads first, by their keys, as one JSON object. What its document carries, without the page. */
export const FIRST_VIEW = "/first-view";
