import type { PageRequest } from "@moc2030/shared/page/page";
import { ApiError, contentOf, type Read } from "../client/api.ts";
import type { ReadAnswer } from "./page.ts";

/** `read` for pages: resolves to the API's answer or throws `ApiError`. */
export const answering =
  (read: PageRequest["read"]): ReadAnswer =>
  async <T>({ queryKey: [address] }: Read<T>) => {
    const answer = await read(String(address));
    if (answer.ok) return (await contentOf(answer)) as T;
    const { title, detail } = (await answer.json()) as { title: string; detail?: string };
    throw new ApiError(answer.status, detail ?? title);
  };

/** `read` at a release, whatever else is asked. */
export const readingAt =
  (read: PageRequest["read"], release: number): PageRequest["read"] =>
  (address) =>
    read(`${address}${address.includes("?") ? "&" : "?"}release=${release}`);
