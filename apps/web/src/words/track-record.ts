import type { TrackRecord } from "@moc2030/shared/schema/track-record";
import type { Text } from "../text/text.tsx";
import { inSentence } from "./format.ts";

type Row = TrackRecord["classes"][number];

/** The label of a class in the middle of a sentence: "đúng tiến độ", "thấp hơn năm cơ sở". */
export const recordedWord = (found: Row["class"], { say }: Text): string =>
  inSentence(say(found === "met" ? "status.metSoFar" : `status.${found}`));

/** Hits and cases: "6 trong 70", or that there are too few cases. */
export const hitsText = ({ hits, cases, enough }: Row, { say }: Text): string =>
  say(enough ? "track.hits" : "track.few", { hits, cases });

/**
 * Hit rate of the rule on past editions: "Thử lại quy tắc trên số liệu EGDI 2008–2024: 70 trường hợp từng được xếp “đúng
 * tiến độ”; …". For the class `wanted` if it has enough cases, else on track, else the class with most cases.
 */
export function trackSentence(record: TrackRecord, name: string, wanted: string | null, text: Text): string {
  const told = record.classes.filter(({ enough }) => enough);
  const row =
    told.find((one) => one.class === wanted) ??
    told.find((one) => one.class === "on_track") ??
    told.toSorted((a, b) => b.cases - a.cases)[0];
  const { say } = text;
  const what = { name: inSentence(name), from: record.from, to: record.to };
  if (!row) return say("track.tooFew", what);
  const { hits, cases } = row;
  return `${say("track.sentence", { ...what, hits, cases, status: recordedWord(row.class, text) })} ${say("track.ofTheRule")}`;
}
