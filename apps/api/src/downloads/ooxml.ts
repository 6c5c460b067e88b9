// What workbooks and text documents share: Open Packaging Conventions (ECMA-376, part 2).
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Document properties; `created` is the release's instant, absent before the first. */
export type DocumentProperties = { title: string; description?: string; language: string; created?: string };

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 refuses, and CR, which it would lose
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** Escapes text for XML. Characters that XML cannot represent become what `instead` gives; nothing by default. */
export const escapeXml = (text: string, instead: (character: string) => string = () => ""): string =>
  text.replace(NOT_IN_XML, instead).replace(/[&<>"]/g, (c) => escapes[c] ?? c);

/** The relationships of a part, with the ids rId1, rId2 … in order. */
export const relationships = (list: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join("")}</Relationships>`;

/** The relationships of a package: its document, its core properties and `others`. */
export const rootRelationships = (document: string, ...others: (readonly [type: string, target: string])[]): string =>
  relationships([
    [`${OFFICE}/officeDocument`, document],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ...others,
  ]);

/** The part of the core properties, with its content type. */
export const CORE = ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"] as const;

/** The content types of a package's parts; `others` by the ending of their names. */
export const contentTypes = (
  parts: readonly (readonly [part: string, type: string])[],
  others: Readonly<Record<string, string>> = {},
): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    others,
  )
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join("")}${parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("")}</Types>`;

/** Title, language and dates of the release; never the current time. */
export const coreProperties = ({ title, description, language, created }: DocumentProperties): string => {
  const date = (name: string) =>
    created ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${created.replace(/\.\d+Z$/, "Z")}</dcterms:${name}>` : "";
  const described = description === undefined ? "" : `<dc:description>${escapeXml(description)}</dc:description>`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Mốc 2030</dc:creator>${described}<dc:language>${language}</dc:language>${date("created")}${date("modified")}</cp:coreProperties>`;
};
