import type { ObservationItem, SourceOf } from "../client/api.ts";
import { commentOf } from "../words/comment.ts";
import { capital } from "../words/format.ts";
import { SourceNote } from "./source-note.tsx";

/** The comment of a figure with its sources by name; how exactly its day is known stands with the day. */
export function FigureComment({ of: figure, sourceOf }: { of: Pick<ObservationItem, "obsCom">; sourceOf: SourceOf }) {
  const { note } = commentOf(figure);
  return note ? <SourceNote text={capital(note)} sourceOf={sourceOf} /> : null;
}
