import type { Text } from "../text/text.tsx";
import { isOfEdition, type Kind } from "./format.ts";

/** The year of a figure in a text: "ấn bản 2025" of ranks and indices, "năm 2025" of statistics. */
export const editionText = (year: number, kind: Kind, { say }: Pick<Text, "say">): string =>
  say(isOfEdition(kind) ? "year.edition" : "year.plain", { year });
