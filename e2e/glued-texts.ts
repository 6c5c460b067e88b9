/**
 * Runs in a browser. Pairs of elements of one line whose texts touch, so that a reader without the page's styles (a text
 * browser, a reader mode, a search engine) reads them as one word: "44/139|ấn bản 2025".
 */
export function gluedTexts(html: string): string[] {
  const parting =
    /^(address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|img|input|legend|li|main|nav|ol|option|p|pre|search|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul)$/;
  const glued: string[] = [];
  let before: Text | null = null;
  const walk = (node: Node): void => {
    const name = node.nodeName.toLowerCase();
    if (/^(script|style|svg)$/.test(name)) return;
    if (node instanceof Text && node.data !== "") {
      const isTouching = before && /[^\s(/“‘–]$/.test(before.data) && /^[^\s.,;:)!?/”’–…%*]/.test(node.data);
      if (before && isTouching && before.parentNode !== node.parentNode)
        glued.push(`${before.data.slice(-30)}|${node.data.slice(0, 30)}`);
      before = node;
    }
    if (parting.test(name)) before = null;
    for (const child of node.childNodes) walk(child);
    if (parting.test(name)) before = null;
  };
  const { body } = new DOMParser().parseFromString(html, "text/html");
  // What only keeps words on a line belongs to the text around it.
  for (const held of body.querySelectorAll(".held")) held.replaceWith(...held.childNodes);
  body.normalize();
  walk(body);
  return glued;
}
