/**
 * Wraps the text of SVG labels in CDATA, which browsers render, but text browsers and crawlers skip: each label is there
 * once per drawing, and title, summary and table have its content. Adds a space of font size 0 between lines.
 */
export const labelsAsCdata = (html: string): string =>
  html
    .replaceAll(/(<t(?:ext|span)\b[^>]*>)([^<]+)/g, (_, tag: string, label: string) => tag + asData(label))
    .replaceAll("</tspan><tspan", '</tspan><tspan font-size="0"> </tspan><tspan');

/**
 * Character references are not decoded in CDATA, so they stay outside; React escapes ">", so no text contains "]]>".
 */
const asData = (label: string) =>
  label.replaceAll(/&[^;]*;|[^&]+/g, (part) => (part.startsWith("&") ? part : `<![CDATA[${part}]]>`));
