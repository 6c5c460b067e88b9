import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { labelsAsCdata } from "../charts/labels-as-cdata.ts";
import { lineBreaks } from "./line-breaks.ts";

/** Fragments that could break out of HTML, SVG or CDATA, mixed with figures and units. */
const signs = [
  ...["'", '"', "<", ">", "&", ";", "]]>", "<![CDATA[", "</text>", "</svg>", "<script>", "-->", "&lt;", "&#x27;"],
  ...["Nghị quyết ", "hạng ", "44/139", "52-NQ/TW", "–", "(", "“", "1", "9", " ", "điểm", "→ ", "ệ", "🇻🇳", "a"],
];
const hostile = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(""));

/** A document with a text in every kind of context. */
const Everywhere = ({ said }: { said: string }) => (
  <body title={said} data-said={said}>
    <p>
      a {said} b <b>{said}</b>
    </p>
    <svg aria-label={said}>
      <title>{said}</title>
      <text id={said}>{said}</text>
      <text>
        <tspan key={said}>{said}</tspan>
        <tspan>{said}</tspan>
      </text>
    </svg>
    <textarea defaultValue={said} />
    <select>
      <option value={said}>{said}</option>
    </select>
    <pre>{said}</pre>
    <code>{said}</code>
  </body>
);
const read = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

describe("of any text, what is done to finished HTML", () => {
  test("changes neither what a browser reads nor which elements there are", () =>
    fc.assert(
      fc.property(hostile, (said) => {
        const drawn = renderToStaticMarkup(<Everywhere said={said} />);
        const [before, after] = [read(drawn), read(lineBreaks(labelsAsCdata(drawn)))];
        for (const held of after.querySelectorAll("span.held")) held.replaceWith(...held.childNodes);
        for (const gap of after.querySelectorAll('tspan[font-size="0"]')) gap.remove();
        for (const page of [before, after]) page.normalize();
        expect(after.outerHTML).toBe(before.outerHTML);
      }),
    ));

  test("leaves no label outside CDATA but what HTML refers to by name", () =>
    fc.assert(
      fc.property(hostile, (said) => {
        const html = labelsAsCdata(renderToStaticMarkup(<text>{said}</text>));
        expect(html.replaceAll(/<!\[CDATA\[[^<>&]*\]\]>|&(?:lt|gt|amp|quot|#x27);/g, "")).toBe("<text></text>");
      }),
    ));
});
