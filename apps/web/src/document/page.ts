import type { ReactNode } from "react";
import type { NotUnderstood } from "../address/address.ts";
import type { Read, View } from "../client/api.ts";
import type { Text } from "../text/text.tsx";

/** A query as parameters by their names; a repeated one is a list (`A,B`), an empty one is absent. */
export type Search = Readonly<Record<string, string>>;

/** Answers a read of the API. One that is not a success throws an `ApiError`. */
export type ReadAnswer = <T>(read: Read<T>) => Promise<T>;

/** What a page is asked for: the parts of its path, its own parameters, and what every page knows. */
export type Request<Own> = {
  params: Readonly<Record<string, string>>;
  search: Own;
  view: View;
  /** Today in Viet Nam, YYYY-MM-DD. */
  today: string;
  /** Whom readers can write to, as the operator says; null where nobody is named. */
  contact: string | null;
  /** Where the pages are served from, as the operator says. */
  origin: string | null;
};

/** What a page says of itself to browsers, search engines and shared links. */
export type Head = {
  title: string;
  description: string;
  /** The same for machines, in the terms of schema.org (JSON-LD); null where there is nothing to describe. */
  jsonLd?: object | null;
};

/** A public page: an address, what it reads, and how that is drawn. */
export interface Page<Own extends object, Data> {
  /** As Hono writes paths: `/releases/:id`. */
  path: string;
  /** The page's own parameters, without language and day; what cannot be read is left out. */
  parse(search: Search): Own;
  load(read: ReadAnswer, request: Request<Own>): Promise<Data>;
  /** What the address names that the data do not have, and what is shown without it. */
  unknown?(data: Data, search: Own): NotUnderstood[];
  head(data: Data, text: Text): Head;
  Component(props: { data: Data; search: Own }): ReactNode;
}
