import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/** The texts of the public pages, and those of the staff pages, which are loaded apart. */
const CATALOGUES = ["", "staff."];
const FILE = /\/src\/text\/(staff\.)?(vi|en)\.json$/;
const read = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./src/text/${name}.json`, import.meta.url)), "utf8")) as Record<
    string,
    string
  >;

/** What is wrong with the two catalogues: ids that one language lacks, and messages that do not compile. */
export function faultsOfTexts(vi: Record<string, string>, en: Record<string, string>, catalogue = ""): string[] {
  const missing = (ids: Record<string, string>, others: Record<string, string>, name: string) =>
    Object.keys(ids)
      .filter((id) => !others[id]?.trim())
      .map((id) => `${catalogue}${name}.json has no text for "${id}"`);
  const broken = (texts: Record<string, string>, name: string) =>
    Object.entries(texts).flatMap(([id, text]) => {
      try {
        compileMessageOrThrow(text);
        return [];
      } catch (error) {
        return [`${catalogue}${name}.json: "${id}" does not compile: ${String(error)}`];
      }
    });
  return [...missing(vi, en, "en"), ...missing(en, vi, "vi"), ...broken(vi, "vi"), ...broken(en, "en")];
}

/**
 * What the document asks for at once, and in which order: styles and fonts, which the first paint needs, and only then
 * the scripts, since the server has drawn the page already. Only the styles would ask for the fonts, a round trip later.
 */
export function firstPaintFirst(): Plugin {
  return {
    name: "moc2030-first-paint-first",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => ({
        html: html.replaceAll(/<(script type="module"|link rel="modulepreload")/g, '<$1 fetchpriority="low"'),
        tags: Object.keys(bundle ?? {})
          .filter((file) => file.endsWith(".woff2"))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: true },
            injectTo: "head" as const,
          })),
      }),
    },
  };
}

/** Imports of texts without saying that they are JSON: while developing they are served as modules, which a browser would refuse then. */
export const asModules = (code: string): string => code.replaceAll(/, \{ with: \{ type: "json" \} \}/g, "");

/** Those of `texts` that some code names: whole, as `"compare.title"`, or by how they begin, as in `tab.${name}`. */
export function textsNamed<T>(texts: Record<string, T>, codes: string[]): Record<string, T> {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const [, name = "", more] of codes.join("\n").matchAll(/(?<=["'`])([\w.]+)(?=["'`]|(\$\{))/g))
    (more ? begun : whole).add(name);
  const isNamed = (id: string) =>
    whole.has(id) || [...begun].some((start) => start.includes(".") && id.startsWith(start));
  return Object.fromEntries(Object.entries(texts).filter(([id]) => isNamed(id)));
}

/** Compiles the texts when the pages are built, leaves out those that no module of the build names, and ends the build when a language lacks one. */
export function texts(): Plugin {
  const compiled = new Map<string, Record<string, unknown>>();
  return {
    name: "moc2030-texts",
    enforce: "pre",
    buildStart() {
      const faults = CATALOGUES.flatMap((name) => faultsOfTexts(read(`${name}vi`), read(`${name}en`), name));
      if (faults.length > 0) this.error(faults.join("\n"));
    },
    transform(code, id) {
      if (/\/src\/text\/(\w+-)?text\.tsx$/.test(id)) return { code: asModules(code), map: null };
      if (!FILE.test(id)) return null;
      const written = Object.entries(JSON.parse(code) as Record<string, string>);
      const messages = Object.fromEntries(written.map(([key, text]) => [key, compileMessageOrThrow(text)]));
      compiled.set(id, messages);
      return { code: JSON.stringify(messages), map: null };
    },
    renderChunk(_code, { moduleIds: [id = "", ...others] }, _options, { chunks }) {
      const messages = compiled.get(id);
      if (!messages || others.length > 0) return null;
      const codes = Object.values(chunks).flatMap(({ modules }) =>
        Object.entries(modules).flatMap(([module, { code }]) => (compiled.has(module) || !code ? [] : [code])),
      );
      return { code: `export default ${JSON.stringify(textsNamed(messages, codes))};`, map: null };
    },
  };
}
