import type { App } from "@moc2030/api";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Source } from "@moc2030/shared/schema/source";
import type { Lang } from "@moc2030/shared/text/lang";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";

/** Language and day: part of every read. */
export type View = { lang: Lang; asOf: string | undefined };

/** An answer of the API that is not a success: a problem (RFC 9457), or no answer at all (status 0). */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, title: string) {
    super(title);
    this.status = status;
  }
}

const client = hc<App>("/api/v1");
type Endpoint<T> = T extends { $get: infer G } ? Awaited<InferResponseType<G, 200>> : never;

export type Indicators = Endpoint<typeof client.indicators>;
export type IndicatorItem = Indicators["items"][number];
export type IndicatorDetail = Endpoint<(typeof client.indicators)[":code"]>;
export type Indicator = IndicatorItem;
export type Compiler = Endpoint<typeof client.compilers>["items"][number];
export type Assessments = Endpoint<typeof client.assessments>;
export type Observations = Endpoint<typeof client.observations>;
export type ObservationItem = Observations["items"][number];
export type Areas = Endpoint<typeof client.areas>;
export type Area = Areas["items"][number];
export type LegalDocument = Endpoint<typeof client.documents>["items"][number];
export type Orientation = Endpoint<typeof client.orientations>["items"][number];
export type Commitment = Endpoint<typeof client.commitments>["items"][number];
export type Milestone = Endpoint<typeof client.milestones>["items"][number];
/** Finds a source by its id, among those that a page has read. */
export type SourceOf = (id: string) => Source | undefined;
export type Ledger = Endpoint<typeof client.releases>;
export type LedgerEntry = Ledger["items"][number];
export type ReleaseDetail = Endpoint<(typeof client.releases)[":id"]>;
export type DaysCompared = Endpoint<typeof client.releases.compare>;
export type FigureChanged = DaysCompared["items"][number];
export type StatusChanged = DaysCompared["statuses"][number];

async function get<T>(path: string): Promise<T> {
  const answer = await fetch(path).catch(() => {
    throw new ApiError(0, "no answer");
  });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as { title?: string; detail?: string } | null;
    throw new ApiError(answer.status, problem?.detail ?? problem?.title ?? answer.statusText);
  }
  return (await answer.json()) as T;
}

/** Answers change with a release, of which an open page hears (live.tsx), and with the day. */
const GOOD_FOR_MS = 10 * 60_000;

/** A read of one address. What came with the document is there already (app.tsx); everything else is fetched. */
function read<T>(route: string) {
  const path = `/api/v1${route}`;
  return queryOptions({ queryKey: [path], queryFn: () => get<T>(path), staleTime: GOOD_FOR_MS });
}

/** A read whose answer is a `T`. */
export type Read<T> = ReturnType<typeof read<T>>;

const query = <P extends Record<string, string>>({ lang, asOf }: View, params: P = {} as P) => ({
  query: { ...params, ...(asOf ? { asOf } : {}), lang },
});

/** Every indicator with its latest and previous figure. */
export const indicators = (view: View) => read<Indicators>(client.indicators.$path(query(view)));
/** One indicator with its targets, assessments and sources. */
export const indicator = (view: View, code: string) =>
  read<IndicatorDetail>(client.indicators[":code"].$path({ param: { code }, ...query(view) }));
/** The figures of one indicator as search engines read them (schema.org); null where it was not known yet. */
export const dataset = (view: View, code: string) =>
  read<object | null>(client.indicators[":code"]["dataset.jsonld"].$path({ param: { code }, ...query(view) }));
/** Where each of the Decision's targets stands. */
export const assessments = (view: View) => read<Assessments>(client.assessments.$path(query(view)));
/** The targets of every document, with their wording. */
export const targets = (view: View) => read<Endpoint<typeof client.targets>>(client.targets.$path(query(view)));
/** Bodies of the state, by the names of their day. */
export const bodies = (view: View) => read<Endpoint<typeof client.bodies>>(client.bodies.$path(query(view)));
/** Economies, and groups with their members. */
export const areas = (view: View) => read<Areas>(client.areas.$path(query(view)));
/** The documents that set targets. */
export const documents = (view: View) => read<Endpoint<typeof client.documents>>(client.documents.$path(query(view)));
/** The Strategy's policy orientations. */
export const orientations = (view: View) =>
  read<Endpoint<typeof client.orientations>>(client.orientations.$path(query(view)));
/** What was promised outside the Decision. */
export const commitments = (view: View) =>
  read<Endpoint<typeof client.commitments>>(client.commitments.$path(query(view)));
/** Dated events, oldest first. */
export const milestones = (view: View) =>
  read<Endpoint<typeof client.milestones>>(client.milestones.$path(query(view)));
/** Where figures and texts were read. */
export const sources = (view: View) => read<Endpoint<typeof client.sources>>(client.sources.$path(query(view)));
/** The ledger of releases, newest first. */
export const releases = (view: View) => read<Ledger>(client.releases.$path(query(view)));
/** One release with all that it changed. */
export const release = (view: View, id: string) =>
  read<ReleaseDetail>(client.releases[":id"].$path({ param: { id }, ...query(view) }));
/** What was known on a day, or a year before, and is otherwise on the day of the view. */
export const daysCompared = (view: View, from: string | undefined) =>
  read<DaysCompared>(client.releases.compare.$path(query(view, from ? { from } : {})));
/** Which figures, in the API's own words; what is absent lets everything pass. */
export type ObservationFilter = {
  indicator?: string;
  area?: string;
  compiler?: string;
  from?: string;
  to?: string;
  history?: "true";
  include?: "target";
  labels?: "both";
};

/** Some of the rows, in an order. */
type Rows = {
  limit: string;
  offset: string;
  sort: NonNullable<InferRequestType<typeof client.observations.$get>["query"]["sort"]>;
};

/** Who makes the figures. */
export const compilers = (view: View) => read<Endpoint<typeof client.compilers>>(client.compilers.$path(query(view)));
/** The last few releases, newest first. */
export const lastReleases = (view: View, limit: number) =>
  read<Ledger>(client.releases.$path(query(view, { limit: String(limit) })));
/** Figures of some indicators in some areas. */
export const observations = (view: View, filter: ObservationFilter & Partial<Rows>) =>
  read<Observations>(client.observations.$path(query(view, filter)));

/** Every version of the country's figures of one indicator: the newest of each year is the figure as it is now. */
export const indicatorHistory = (view: View, code: string) =>
  observations(view, { area: COUNTRY, history: "true", indicator: code });

/** One indicator's figures of the country's neighbours, with names in both languages. */
export const indicatorPeers = (view: View, code: string) =>
  observations(view, { area: "ASEAN", indicator: code, labels: "both" });
