type Parameter = { in: string; name: string; required?: boolean; schema?: { enum?: string[] } };
type Operation = { security?: unknown; parameters?: Parameter[]; responses: Record<string, { content?: object }> };
/** The parts of an OpenAPI document used here. */
export type Document = { paths: Record<string, { get?: Operation }> };

/** Codes for path and query parameters; `id` has the release ids, oldest first. */
export type Codes = Record<"code" | "targetId" | "bodyId" | "id" | "document" | "compiler" | "group", string[]>;

type Query = Record<string, string>;

const DAYS = ["2010-01-01", "2020-12-31", "2022-06-30", "2023-12-31", "2024-12-31", "2025-12-31", "2099-01-01"];
/** Years in a path. */
const YEARS = ["2022", "2023"];
/** Read points: now, days, and releases from the first to the newest. */
const moments = (releases: readonly string[]): Query[] => [
  {},
  ...DAYS.map((asOf) => ({ asOf })),
  ...[...new Set([0.0, 0.25, 0.5, 0.75, 1].map((share) => releases[Math.round(share * (releases.length - 1))]))]
    .filter((release) => release !== undefined)
    .map((release) => ({ release })),
];

/** Values to try for a parameter, one at a time. */
function valuesOf({ name, schema }: Parameter, codes: Codes): string[] {
  if (schema?.enum) return schema.enum;
  if (name === "indicator") return [...codes.code, codes.code.slice(0, 3).join(), "NONE"];
  if (name === "area") return ["VNM", "SGP,THA", ...codes.group];
  if (name === "document" || name === "compiler") return codes[name];
  if (name === "from") return ["2015"];
  if (name === "to") return ["2020"];
  if (name === "limit") return ["1", "10"];
  if (name === "before") return ["20"];
  if (name === "id") return ["D2289-LVN", "NONE"];
  if (name === "subject") return codes.targetId.slice(0, 1);
  if (name === "body") return codes.bodyId;
  if (name === "period") return ["2025", "2026-H1"];
  if (name === "compare") return codes.id.slice(0, 1);
  if (name === "number") return ["1"];
  if (name === "date") return ["2026-01-31"];
  if (name === "offset") return ["20"];
  if (name === "areas") return ["SGP,THA", "ASEAN,KOR"];
  if (name === "width") return ["320"];
  throw new Error(`No value is known for the parameter ${name}.`);
}

/** What a parameter is only accepted together with. */
const COMPANIONS: Readonly<Record<string, Query>> = { offset: { limit: "10" }, sort: { limit: "10" } };

const OWN = new Set(["lang", "asOf", "release"]);
const addressOf = (path: string, query: Query) => {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
};

/** URLs of a read: its path with every code, language and read point; options one by one and all together. */
function addressesOf(path: string, { parameters = [], responses }: Operation, codes: Codes): string[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const paths = named.reduce(
    (all, name) => {
      const known = name === "year" ? YEARS : codes[name as keyof Codes];
      if (!known) throw new Error(`No codes are known for ${path}.`);
      return all.flatMap((one) => known.map((code) => one.replace(`{${name}}`, code)));
    },
    [path],
  );
  const own = parameters.filter((p) => p.in === "query" && !OWN.has(p.name));
  const needed = own.filter((p) => p.required);
  const base = needed.length > 0 ? DAYS.map((day) => Object.fromEntries(needed.map((p) => [p.name, day]))) : [{}];
  const optional = own.filter((p) => !p.required).map((p) => [p.name, valuesOf(p, codes)] as const);
  const alone = optional.flatMap(([name, values]) =>
    values.map((value): Query => ({ ...COMPANIONS[name], [name]: value })),
  );
  const together = Object.fromEntries(optional.map(([name, values]) => [name, values[0] ?? ""]));
  const when = moments(codes.id);
  const queries: Query[] = [
    ...base.flatMap((query) => when.map((moment) => ({ ...query, ...moment }))),
    ...[...alone, ...(optional.length > 1 ? [together] : [])].flatMap((query) =>
      ([{}, { asOf: "2024-12-31" }] as Query[]).map((moment) => ({ ...query, ...moment })),
    ),
    // Whole lists as of every release.
    ...(named.length > 0 || path.includes(".") ? [] : codes.id.map((release) => ({ release }))),
  ];
  const languages = parameters.some((p) => p.name === "lang") ? ["vi", "en"] : [undefined];
  const types = Object.keys(responses[200]?.content ?? {});
  return paths.flatMap((one) => [
    ...queries.flatMap((query) => languages.map((lang) => addressOf(one, lang ? { ...query, lang } : query))),
    ...(types.length > 1 ? types.map((type) => `${one} ${type.replaceAll(" ", "")}`) : []),
  ]);
}

/** Every public API URL described by the OpenAPI document. */
export const apiAddresses = ({ paths }: Document, codes: Codes): string[] => [
  ...new Set([
    "/api/v1/openapi.json",
    ...Object.entries(paths).flatMap(([path, { get }]) =>
      // PNGs are rendered from the SVG only, and take a hundred times as long.
      !get || get.security || path.endsWith(".png")
        ? []
        : addressesOf(path, get, codes).map((address) => `/api/v1${address}`),
    ),
  ]),
];

/** Every public page in both languages, now and on a day. */
export const pageAddresses = ({ code, bodyId, id }: Codes): string[] =>
  [
    ...[
      "/",
      "/indicators",
      "/bodies",
      "/strategy",
      "/releases",
      "/corrections",
      "/compare",
      "/data",
      "/about",
      "/releases/compare?from=2024-12-31",
    ],
    ...code.flatMap((one) => [`/indicators/${one}`, `/indicators/${one}?tab=table`, `/compare?indicator=${one}`]),
    ...bodyId.map((one) => `/bodies/${one}`),
    ...id.map((one) => `/releases/${one}`),
  ].flatMap((page) =>
    ["", "lang=en", "asOf=2024-12-31"].map((query) =>
      query ? `${page}${page.includes("?") ? "&" : "?"}${query}` : page,
    ),
  );
