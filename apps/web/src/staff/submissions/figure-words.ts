import type { ObsStatus } from "@moc2030/shared/figure/fields";
import { type FigureContent, gradeOf } from "@moc2030/shared/figure/figure";
import { isNumberText } from "@moc2030/shared/figure/number-text";
import type { Lang } from "@moc2030/shared/text/lang";
import type { StaffText } from "../../text/staff-text.tsx";
import { figure, type Kind } from "../../words/format.ts";
import type { Submission } from "./reads.ts";

/** Flags that stand beside the grade. */
export const SIDE_FLAGS = ["B", "D", "F", "I", "U"] as const satisfies ObsStatus[];

/** A published text as it is typed in a language: 14.02 → 14,02 in Vietnamese. */
export const typedText = (value: string, lang: Lang): string =>
  isNumberText(value) && lang === "vi" ? value.replace(".", ",") : value;

/** A proposed or published figure as it stands on a page, with exactly the decimals of its text; what is no number stays as typed. */
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

/** The grade of a figure in a word: chính thức, sơ bộ, ước tính; không có số liệu. */
export function gradeText(content: Pick<FigureContent, "value" | "obsStatus">, { say }: StaffText): string {
  return say(`grade.${gradeOf(content) ?? "missing"}`);
}

/** What is said of a figure beside its grade: a break, low reliability; why there is none. Empty where nothing is. */
export const flagsText = ({ obsStatus }: Pick<FigureContent, "obsStatus">, { say }: StaffText): string =>
  [
    ...SIDE_FLAGS.filter((code) => obsStatus.includes(code)).map((code) => say(`flag.${code}`)),
    ...(["L", "M", "O"] as const).filter((code) => obsStatus.includes(code)).map((code) => say(`missing.${code}`)),
  ].join("; ");

/** What is said of somebody else's proposal for the same figure: who, how far it has come, and the value where the reader may see it. */
export const otherText = (
  other: Submission["items"][number]["others"][number],
  kind: Kind,
  text: StaffText,
): string => {
  const { author, state, value, hidden } = other;
  const [name, where] = [author.name, text.say(`state.${state}`)];
  if (hidden) return text.say("form.otherHidden", { name, state: where });
  const said = valueText({ value, rankPool: null, valueLimit: null }, kind, text);
  return text.say("form.other", { name, value: said, state: where });
};
