import { createRoute } from "@hono/zod-openapi";
import type { Owner } from "@moc2030/shared/page/page";
import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { dayInVietNam } from "@moc2030/shared/text/date";
import type { Lang } from "@moc2030/shared/text/lang";
import type { Context } from "hono";
import { z } from "zod";
import { compareQuery } from "../charts/routes.ts";
import { assertKnown, assertKnownCode } from "../definitions/known.ts";
import { findDefinition, listCompilers } from "../definitions/queries.ts";
import { figuresQuery } from "../downloads/routes.ts";
import { citedBy } from "../downloads/rows.ts";
import { fileResponse, responses } from "../http/describe.ts";
import type { Env } from "../http/env.ts";
import { plainRead, type ReadQuery } from "../http/query.ts";
import { createRouter } from "../http/valid.ts";
import { apiUrl, pageUrl, type UrlQuery } from "../observations/link.ts";
import { keptPoint, openRead, type ReadPoint } from "../observations/read-point.ts";
import { type CitationFormat, citationFormats, PRODUCT } from "./citation.ts";

declare module "hono" {
  interface ContextVariableMap {
    /** Who is answerable for the pages; null where the settings do not say. */
    owner: Owner | null;
  }
}

/** Whom a citation names as author: the owner, else the product. */
const authorOf = (owner: Owner | null, lang: Lang): string =>
  owner ? ((lang === "en" ? owner.en : null) ?? owner.vi) : PRODUCT;

const TITLE = {
  vi: {
    all: "Số liệu theo dõi Chiến lược quốc gia về Cách mạng công nghiệp lần thứ tư đến năm 2030",
    compared: (name: string) => `So sánh giữa các nước: ${name}`,
    target: (year: number, name: string) => `Đánh giá mục tiêu năm ${year}: ${name}`,
  },
  en: {
    all: "Figures on Viet Nam’s National Strategy on the Fourth Industrial Revolution to 2030",
    compared: (name: string) => `Countries compared: ${name}`,
    target: (year: number, name: string) => `Assessment of the target for ${year}: ${name}`,
  },
};

const description =
  "Author, title, year, release and day, the compilers of the original figures, and an address that keeps to that release or day. With `release` or a past `asOf` the same bytes for ever.";
const route = <P extends string, R extends object>(path: P, what: string, format: CitationFormat, request: R) =>
  createRoute({
    method: "get",
    path: `${path}/citation.${format}` as const,
    tags: ["Citations"],
    summary: `${what} as a citation: ${citationFormats[format].title}`,
    description,
    request,
    responses: {
      ...responses(z.any(), "", ...(path.includes("{") ? (["unknown-code"] as const) : []), "invalid"),
      200: fileResponse(citationFormats[format].type),
    },
  });

/** What is cited: its names, whose figures it shows, and the address of the view at a day or a release. */
type Cited = {
  key: string;
  title: (lang: Lang, at: ReadPoint) => Promise<string>;
  compilers: (at: ReadPoint) => Promise<ReadonlySet<string>>;
  url: (kept: { asOf: string } | { release: number }) => string;
};

async function sendCitation(c: Context<Env>, query: ReadQuery, format: CitationFormat, cited: Cited) {
  const { db, at } = await openRead(c, query);
  const { lang } = query;
  const released = at.release && dayInVietNam(new Date(at.release.publishedAt));
  const makers = await cited.compilers(at);
  const names = (await listCompilers(db, at)).filter(({ code }) => makers.has(code));
  const text = citationFormats[format].write({
    ...{ lang, key: cited.key, author: authorOf(c.var.owner, lang), title: await cited.title(lang, at) },
    ...{ release: at.release?.id ?? null, day: released ?? at.referenceDate },
    compilers: names.map(({ name }) => shortCompiler(name[lang])),
    url: cited.url(keptPoint(at, query, c.var.now())),
  });
  const name = `moc2030_${cited.key}_r${at.release?.id ?? 0}.${format}`;
  return c.body(text, 200, {
    "Content-Type": `${citationFormats[format].type}; charset=utf-8`,
    "Content-Disposition": `${format === "txt" ? "inline" : "attachment"}; filename="${name}"`,
  }) as never;
}

/** Where English is asked for; Vietnamese is what an address means without a word. */
const english = (lang: Lang) => (lang === "en" ? lang : undefined);

/** A page with its query as a cited address. */
const pageAt =
  (c: Context<Env>, path: string, lang: Lang, query: UrlQuery = {}): Cited["url"] =>
  (kept) =>
    pageUrl(c.var.origin, path, { ...query, ...kept, lang: english(lang) });

/** Title and compiler of a page about one indicator. */
const aboutIndicator = (c: Context<Env>, code: string, title: (name: string, lang: Lang) => string) => {
  const find = (at: ReadPoint) => findDefinition(c.var.db, "indicator", code, at.release?.id ?? null);
  return {
    title: async (lang: Lang, at: ReadPoint) => title((await find(at))?.name[lang] ?? code, lang),
    compilers: async (at: ReadPoint) => new Set([(await find(at))?.compiler ?? []].flat()),
  };
};

/** Ready-made citations of what a page shows. */
export const citationRoutes = createRouter();
for (const format of Object.keys(citationFormats) as CitationFormat[])
  citationRoutes
    .openapi(
      route("/indicators/{code}", "An indicator", format, {
        ...{ params: z.object({ code: z.string().meta({ example: "EGDI_RANK" }) }), query: plainRead },
      }),
      async (c) => {
        const { code } = c.req.valid("param");
        const query = c.req.valid("query");
        await assertKnownCode(c.var.db, "indicator", code);
        const about = aboutIndicator(c, code, (name) => name);
        const url = pageAt(c, `/indicators/${code}`, query.lang);
        return sendCitation(c, query, format, { key: code, ...about, url });
      },
    )
    .openapi(
      route("/targets/{targetId}", "The assessment of a target", format, {
        ...{ params: z.object({ targetId: z.string().meta({ example: "D2289-2030-EGDI_RANK" }) }), query: plainRead },
      }),
      async (c) => {
        const { targetId } = c.req.valid("param");
        const query = c.req.valid("query");
        await assertKnownCode(c.var.db, "target", targetId);
        const target = async (at: ReadPoint) => findDefinition(c.var.db, "target", targetId, at.release?.id ?? null);
        const url = pageAt(c, `/targets/${targetId}`, query.lang);
        return sendCitation(c, query, format, {
          ...{ key: targetId, url },
          title: async (lang, at) => {
            const found = await target(at);
            if (!found) return targetId;
            const { title } = aboutIndicator(c, found.indicator, (name) => TITLE[lang].target(found.year, name));
            return title(lang, at);
          },
          compilers: async (at) => aboutIndicator(c, (await target(at))?.indicator ?? "", String).compilers(at),
        });
      },
    )
    .openapi(route("/compare", "A comparison", format, { query: compareQuery }), async (c) => {
      const { indicator, areas, from, to, ...query } = c.req.valid("query");
      await assertKnown(c.var.db, {
        indicator: ["indicator", indicator === undefined ? undefined : [indicator]],
        areas: ["area", areas],
      });
      const about = aboutIndicator(c, indicator ?? "", (name, lang) =>
        indicator ? TITLE[lang].compared(name) : TITLE[lang].all,
      );
      const url = pageAt(c, "/compare", query.lang, { indicator, areas, from, to });
      return sendCitation(c, query, format, { key: indicator ?? "compare", ...about, url });
    })
    .openapi(route("/observations", "Figures", format, { query: figuresQuery }), async (c) => {
      const { lang, asOf, release, include, ...filter } = c.req.valid("query");
      const { indicator, area, compiler, from, to, history, labels } = filter;
      await assertKnown(c.var.db, {
        ...{ indicator: ["indicator", indicator], compiler: ["compiler", compiler], area: ["area", area] },
      });
      const asked = { indicator, area, compiler, from, to, history, include, labels, lang: english(lang) };
      return sendCitation(c, { lang, asOf, release }, format, {
        ...{ key: "observations", title: async () => TITLE[lang].all },
        compilers: async (at) => (await citedBy(c.var.db, at, { ...filter, lang })).compilers,
        url: (kept) => apiUrl(c.var.origin, "/observations.csv", { ...asked, ...kept }),
      });
    });
