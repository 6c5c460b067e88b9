import type { Place, SeedFiles } from "./files.ts";

const SOURCE_ID = /\b[A-Z0-9][A-Z0-9-]{2,}[A-Z0-9]\b/g;
/** "ITU, qua World Bank Data360; bản sao: …" is known as "ITU". */
const firstName = (publisher: string) => publisher.split(/[;,(]/)[0]?.trim() ?? publisher;
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The texts of several words of an entry, with the field of each. */
function textsOf(value: unknown, field: string): [string, string][] {
  if (typeof value === "string") return value.includes(" ") ? [[field, value]] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    textsOf(one, Array.isArray(value) ? field : [field, key].filter(Boolean).join(".")),
  );
}

/**
 * Reports texts that name a publisher beside one of its sources: a page shows the publisher in place of the id, so that
 * "INSEAD (GII2009-INSEAD)" would be read as "INSEAD (INSEAD)".
 */
export function checkRepeats(files: SeedFiles, report: (place: Place, field: string, detail: string) => void) {
  const publishers = new Map(files.source.map(({ id, publisher }) => [id, publisher]));
  const { source: _, ...others } = files;
  for (const { place, ...entry } of Object.values(others).flat())
    for (const [field, text] of textsOf(entry, "")) {
      const cited = [...text.matchAll(SOURCE_ID)].filter(([id]) => publishers.has(id));
      if (cited.length === 0) continue;
      const words = ` ${wordsOf(text.replaceAll(SOURCE_ID, (id) => (publishers.has(id) ? "" : id))).join(" ")} `;
      for (const { 0: id, index } of cited) {
        const publisher = publishers.get(id) ?? "";
        const before = /([\p{L}\p{N}]+) \($/u.exec(text.slice(0, index))?.[1];
        if (
          words.includes(` ${wordsOf(firstName(publisher)).join(" ")} `) ||
          (before !== undefined && wordsOf(publisher).includes(before))
        )
          report(place, field, `names "${publisher}", which stands in place of ${id} on a page; expected it once`);
      }
    }
}
