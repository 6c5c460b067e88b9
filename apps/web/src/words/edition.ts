import type { Text } from "../text/text.tsx";
import { isOfEdition, type Kind } from "./format.ts";

/** The year of a figure as text: "ấn bản 2025" for kinds with editions, "năm 2025" for others. */
export const editionText = (year: number, kind: Kind, { say }: Pick<Text, "say">): string =>
  say(isOfEdition(kind) ? "year.edition" : "year.plain", { year });
