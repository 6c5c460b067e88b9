import { strToU8, type Zippable, zipSync } from "fflate";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A part whose paragraphs are cut into runs as given. */
export const wordPart = (root: string, ...paragraphs: string[][]) =>
  `<w:${root} ${NS}>${paragraphs
    .map((runs) => `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join("")}</w:p>`)
    .join("")}</w:${root}>`;

/** A text document of some parts; `main` is the media type of the first. */
export function aDocx(
  parts: Record<string, string> = { document: wordPart("document", ["Báo cáo"]) },
  main = `${WORD}document.main+xml`,
): Uint8Array<ArrayBuffer> {
  const type = (name: string) => (name === "document" ? main : `${WORD}${name.replace(/\d/g, "")}+xml`);
  const overrides = Object.keys(parts).map(
    (name) => `<Override PartName="/word/${name}.xml" ContentType="${type(name)}"/>`,
  );
  const files: Zippable = { "[Content_Types].xml": strToU8(`<Types>${overrides.join("")}</Types>`) };
  for (const [name, xml] of Object.entries(parts)) files[`word/${name}.xml`] = strToU8(xml);
  return new Uint8Array(zipSync(files, { mtime: new Date("2026-11-21T00:00:00") }));
}
