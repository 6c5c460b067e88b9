import type { AssessmentClass } from "@moc2030/shared/schema/assessment";
import type { ReactNode } from "react";
import type { NotUnderstood } from "../address/address.ts";
import type { Read, View } from "../client/api.ts";
import type { Text } from "../text/text.tsx";
import type { Followed } from "./followed.ts";

/** Raw query parameters; repeated ones joined with commas, empty ones absent. */
export type Search = Readonly<Record<string, string>>;

/** Resolves a read; throws `ApiError` for an error response. */
export type ReadAnswer = <T>(read: Read<T>) => Promise<T>;

/** Input of a page's `load`: path parameters, parsed query, context. */
export type Request<Own> = {
  params: Readonly<Record<string, string>>;
  search: Own;
  view: View;
  /** Today in Viet Nam, YYYY-MM-DD. */
  today: string;
  /** As in `PageRequest`. */
  reconstructed: number | null;
  /** Contact address from the configuration; null if not set. */
  contact: string | null;
  /** Public origin from the configuration; null if not set. */
  origin: string | null;
};

/** Title and metadata of a document. */
export type Head = {
  title: string;
  description: string;
  /** JSON-LD in schema.org terms; null for none. */
  jsonLd?: object | null;
  /** What the page is about, if it has a feed of its own. */
  followed?: Followed;
};

/** What the picture of a shared link says beside the age of the data: all of it true of a release, whatever the day. */
export type Card = { title: string; rows: readonly CardRow[] };
export type CardRow = {
  label: string;
  value: string | null;
  /** A class with its word, as judged on the day of the release. */
  verdict?: { class: AssessmentClass; word: string };
};

/** A public page: path, query, reads, metadata, component. */
export interface Page<Own extends object, Data> {
  /** Path pattern in Hono's syntax: `/releases/:id`. */
  path: string;
  /** Parses the page's own parameters; invalid ones are dropped. */
  parse(search: Search): Own;
  load(read: ReadAnswer, request: Request<Own>): Promise<Data>;
  /** Valid parameters that do not match the data, such as an unknown code. */
  unknown?(data: Data, search: Own): NotUnderstood[];
  head(data: Data, text: Text): Head;
  /** The picture of a shared link: the title alone by default; null for a thing that was not known yet. */
  card?(data: Data, text: Text): Card | null;
  /** The paths of all pages of a kind, for a path with parameters. */
  paths?(read: ReadAnswer): Promise<string[]>;
  Component(props: { data: Data; search: Own }): ReactNode;
}
