import type { ObsStatus } from "@moc2030/shared/figure/fields";
import { type FigureContent, gradeOf } from "@moc2030/shared/figure/figure";
import { isNumberText } from "@moc2030/shared/figure/number-text";
import type { Lang } from "@moc2030/shared/text/lang";
import type { StaffText } from "../../text/staff-text.tsx";
import { figure, type Kind } from "../../words/format.ts";
import type { Submission } from "./reads.ts";

/** Status flags that can accompany any grade. */
export const SIDE_FLAGS = ["B", "D", "F", "I", "U"] as const satisfies ObsStatus[];

/** Published number as typed in a language: 14.02 → 14,02 in Vietnamese. */
export const typedText = (value: string, lang: Lang): string =>
  isNumberText(value) && lang === "vi" ? value.replace(".", ",") : value;

/** A figure as text, with the decimals of its published number; an unreadable one as typed. */
export function valueText(
  { value, rankPool, valueLimit }: Pick<FigureContent, "value" | "rankPool" | "valueLimit">,
  kind: Kind,
  { lang, say }: StaffText,
): string {
  if (value === null) return say("figure.none");
  if (!isNumberText(value)) return value;
  const decimals = value.split(".")[1]?.length ?? 0;
  return figure(Number(value), kind, lang, { decimals, pool: rankPool, limit: valueLimit });
}

/** The grade as text: chính thức, sơ bộ, ước tính, or no data. */
export function gradeText(content: Pick<FigureContent, "value" | "obsStatus">, { say }: StaffText): string {
  return say(`grade.${gradeOf(content) ?? "missing"}`);
}

/** Status flags and value status other than the grade as text; empty for none. */
export const flagsText = ({ obsStatus }: Pick<FigureContent, "obsStatus">, { say }: StaffText): string =>
  [
    ...SIDE_FLAGS.filter((code) => obsStatus.includes(code)).map((code) => say(`flag.${code}`)),
    ...(["L", "M", "O"] as const).filter((code) => obsStatus.includes(code)).map((code) => say(`missing.${code}`)),
  ].join("; ");

type Other = Submission["items"][number]["others"][number];

/** A proposal for the same figure: author, state, and the value if visible. */
function otherText({ author, state, value, hidden }: Other, isOwn: boolean, kind: Kind, text: StaffText): string {
  const [name, where] = [author.name, text.say(`state.${state}`)];
  if (hidden) return text.say(isOwn ? "form.otherHidden" : "item.otherHidden", { name, state: where });
  const said = valueText({ value, rankPool: null, valueLimit: null }, kind, text);
  return text.say(isOwn ? "form.other" : "item.other", { name, value: said, state: where });
}

/**
 * The other proposals for a figure, each said once: to its author those of others, to agree with them before it is handed
 * in; to its reviewer those that are handed in too. Nobody is told of what they propose themselves.
 */
export function othersTexts(
  others: readonly Other[],
  { reader, author }: { reader: string; author: string },
  kind: Kind,
  text: StaffText,
): string[] {
  const isOwn = reader === author;
  const told = others.filter(
    (other) => other.author.id !== reader && (isOwn || other.state === "submitted" || other.state === "scheduled"),
  );
  return [...new Set(told.map((other) => otherText(other, isOwn, kind, text)))];
}
