/**
 * HTML whose charts are pictures to a reader of text. What a chart says stands in its title, the sentence below and the
 * table; its labels stand there for each width at which it is drawn. As CDATA they are text to a browser alone: text
 * browsers and crawlers without styles leave them out. The lines of a label have a space between them that takes no room.
 */
export const labelsApart = (html: string): string =>
  html
    .replaceAll(/(<t(?:ext|span)\b[^>]*>)([^<]+)/g, (_, tag: string, label: string) => tag + asData(label))
    .replaceAll("</tspan><tspan", '</tspan><tspan font-size="0"> </tspan><tspan');

/** Character references have no meaning in CDATA and stay outside; React writes "<" and ">" as such, so that no label ends it. */
const asData = (label: string) =>
  label.replaceAll(/&[^;]*;|[^&]+/g, (part) => (part.startsWith("&") ? part : `<![CDATA[${part}]]>`));
