import type { Documents } from "@moc2030/shared/page/page";
import { LANGS } from "@moc2030/shared/text/lang";
import { Hono, type MiddlewareHandler } from "hono";
import { pngOf } from "../charts/png.ts";
import { nothingAt, oneSpelling } from "../http/addresses.ts";
import type { Env } from "../http/env.ts";
import { releaseRefs } from "../observations/read-point.ts";

/**
 * The pictures that shared links show, one for each page, release and language: `/og/about/r62.en.png`. As of a release
 * that is named, so that they never change.
 */
export function cardRoutes(
  { paths, card }: Documents,
  { keep, read }: { keep: MiddlewareHandler<Env>; read: (address: string) => Promise<Response> },
) {
  const routes = new Hono<Env>();
  for (const path of paths)
    routes.get(
      `/og${path === "/" ? "" : path}/:picture{r[1-9]\\d{0,8}\\.[a-z]{2}\\.png}`,
      oneSpelling,
      keep,
      async (c) => {
        const { picture = "", ...params } = c.req.param() as Record<string, string>;
        const [id, written] = picture.slice(1).split(".");
        const lang = LANGS.find((one) => one === written);
        const release = (await releaseRefs(c.var.db, [Number(id)])).get(Number(id));
        const svg = lang && release ? await card(path, { params, lang, release, read }) : null;
        if (svg === null) throw nothingAt(c.req.path);
        return c.body(new Uint8Array(await pngOf(svg)), 200, {
          "Content-Type": "image/png",
          "Cache-Control": "public, max-age=31536000, immutable",
        });
      },
    );
  return routes;
}
