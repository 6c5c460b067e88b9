import type { ObservationItem, SourceOf } from "../client/api.ts";
import { commentOf } from "../words/comment.ts";
import { capital } from "../words/format.ts";
import { SourceNote } from "./source-note.tsx";

/**
 * The comment of a figure, with source ids as links, without its part about the publication date (words/comment.ts).
 */
export function FigureComment({ of: figure, sourceOf }: { of: Pick<ObservationItem, "obsCom">; sourceOf: SourceOf }) {
  const { note } = commentOf(figure);
  return note ? <SourceNote text={capital(note)} sourceOf={sourceOf} /> : null;
}
