import { Fragment } from "react";
import type { SourceOf } from "../client/api.ts";

/** Possible source ids in a note: D2289-TRAVEL, 5G-2506, VPCP1906. */
const SOURCE_ID = /\b([A-Z0-9][A-Z0-9-]{2,}[A-Z0-9])\b/;

/** What may be source ids in texts, each once. */
export const citedIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => text.split(SOURCE_ID).filter((_, index) => index % 2 === 1))),
];

/** A note with source ids replaced by links with the publisher's name, or by the title if there is no address. */
export function SourceNote({ text, sourceOf }: { text: string; sourceOf: SourceOf }) {
  return text.split(SOURCE_ID).map((part, index) => {
    const source = index % 2 === 1 ? sourceOf(part) : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts are never reordered
    if (!source) return <Fragment key={index}>{part}</Fragment>;
    return source.url && /^https?:/.test(source.url) ? (
      <a key={part} href={source.url} rel="noreferrer" title={source.title}>
        {source.publisher}
      </a>
    ) : (
      <span key={part}>“{source.title}”</span>
    );
  });
}
