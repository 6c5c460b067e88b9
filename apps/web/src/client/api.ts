import type { App } from "@moc2030/api";
import { COUNTRY } from "@moc2030/shared/figure/country";
import type { Source } from "@moc2030/shared/schema/source";
import type { Lang } from "@moc2030/shared/text/lang";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferRequestType, type InferResponseType } from "hono/client";

/** Language and read point of every read: now, a day, or a release, whose own day is then `asOf`. */
export type View = {
  lang: Lang;
  asOf: string | undefined;
  release?: number | undefined;
  /** Whether the day that was asked for is over, so that what was known on it stays the same. */
  isOver?: boolean;
};

/** What an address without these parameters asks for. */
export const DEFAULT_VIEW: View = { lang: "vi", asOf: undefined };

/** An error response of the API (RFC 9457), or no response (status 0). */
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
export type Body = Endpoint<typeof client.bodies>["items"][number];
export type BodyDetail = Endpoint<(typeof client.bodies)[":bodyId"]>;
export type Compiler = Endpoint<typeof client.compilers>["items"][number];
export type Assessments = Endpoint<typeof client.assessments>;
export type TargetDetail = Endpoint<(typeof client.targets)[":targetId"]>;
export type Observations = Endpoint<typeof client.observations>;
export type ObservationItem = Observations["items"][number];
export type Areas = Endpoint<typeof client.areas>;
export type Area = Areas["items"][number];
export type LegalDocument = Endpoint<typeof client.documents>["items"][number];
export type Orientation = Endpoint<typeof client.orientations>["items"][number];
export type Commitment = Endpoint<typeof client.commitments>["items"][number];
export type Trial = Endpoint<typeof client.trials>["items"][number];
export type Milestone = Endpoint<typeof client.milestones>["items"][number];
/** Looks up a source by id. */
export type SourceOf = (id: string) => Source | undefined;
export type Ledger = Endpoint<typeof client.releases>;
export type LedgerEntry = Ledger["items"][number];
export type ReleaseContents = Endpoint<typeof client.releases.contents>;
export type ReleaseDetail = Endpoint<(typeof client.releases)[":id"]>;
export type DaysCompared = Endpoint<typeof client.releases.compare>;
export type RevisedFigures = Endpoint<(typeof client.indicators)[":code"]["revisions"][":year"]>;
export type Report = Endpoint<typeof client.report>;
export type IssuedReports = Endpoint<(typeof client)["issued-reports"]>;
export type Corrections = Endpoint<typeof client.corrections>;
export type CorrectionNotice = Corrections["items"][number];
export type FigureChanged = DaysCompared["items"][number];
export type StatusChanged = DaysCompared["statuses"][number];

async function get<T>(path: string): Promise<T> {
  // A browser may give what is current a second time without asking; what names its day or release never changes.
  const cache = /[?&](asOf|release)=/.test(path) ? "default" : "no-cache";
  const answer = await fetch(path, { cache }).catch(() => {
    throw new ApiError(0, "no answer");
  });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => null)) as { title?: string; detail?: string } | null;
    throw new ApiError(answer.status, problem?.detail ?? problem?.title ?? answer.statusText);
  }
  return (await contentOf(answer)) as T;
}

/** What an answer holds: text of a text, else JSON. */
export const contentOf = (answer: Response): Promise<unknown> =>
  answer.headers.get("content-type")?.startsWith("text/plain") ? answer.text() : answer.json();

/** Answers change with a release, which invalidates them (live.tsx), and with the day. */
const STALE_TIME_MS = 10 * 60_000;

/** Query options of a GET request. */
function read<T>(route: string) {
  const path = `/api/v1${route}`;
  return queryOptions({ queryKey: [path], queryFn: () => get<T>(path), staleTime: STALE_TIME_MS });
}

/** Query options whose data is a `T`. */
export type Read<T> = ReturnType<typeof read<T>>;

const pointQuery = ({ asOf, release }: Omit<View, "lang">): { asOf?: string; release?: string } =>
  release === undefined ? (asOf ? { asOf } : {}) : { release: String(release) };
const query = <P extends Record<string, string>>(view: View, params: P = {} as P) => ({
  query: { ...params, ...pointQuery(view), lang: view.lang },
});

/** The view of now in the same language. */
export const nowOf = ({ lang }: View): View => ({ lang, asOf: undefined });

/** All indicators with their latest and previous figures. */
export const indicators = (view: View) => read<Indicators>(client.indicators.$path(query(view)));
/** One indicator with its targets, assessments and sources. */
export const indicator = (view: View, code: string) =>
  read<IndicatorDetail>(client.indicators[":code"].$path({ param: { code }, ...query(view) }));
/** The schema.org Dataset of an indicator; null where it was not known yet. */
export const dataset = (view: View, code: string) =>
  read<object | null>(client.indicators[":code"]["dataset.jsonld"].$path({ param: { code }, ...query(view) }));
/** Assessments of the Decision's targets. */
export const assessments = (view: View) => read<Assessments>(client.assessments.$path(query(view)));
/** Targets of all documents with their wording. */
export const targets = (view: View) => read<Endpoint<typeof client.targets>>(client.targets.$path(query(view)));
/** One target with the history of its class, and what other documents plan for the years left. */
export const target = (view: View, targetId: string) =>
  read<TargetDetail>(client.targets[":targetId"].$path({ param: { targetId }, ...query(view) }));
/** How verdicts like ours on ranks fared on past editions. */
export const trackRecords = (view: View) =>
  read<Endpoint<(typeof client.targets)["track-record"]>>(client.targets["track-record"].$path(query(view)));
/** Bodies of the state, those that have ended too. */
export const bodies = (view: View) => read<Endpoint<typeof client.bodies>>(client.bodies.$path(query(view)));
/** One body with the indicators that concern it. */
export const body = (view: View, bodyId: string) =>
  read<BodyDetail>(client.bodies[":bodyId"].$path({ param: { bodyId }, ...query(view) }));
/** Economies, and groups with their members. */
export const areas = (view: View) => read<Areas>(client.areas.$path(query(view)));
/** Documents that set targets. */
export const documents = (view: View) => read<Endpoint<typeof client.documents>>(client.documents.$path(query(view)));
/** Policy orientations of the Strategy. */
export const orientations = (view: View) =>
  read<Endpoint<typeof client.orientations>>(client.orientations.$path(query(view)));
/** Commitments made outside the Decision. */
export const commitments = (view: View) =>
  read<Endpoint<typeof client.commitments>>(client.commitments.$path(query(view)));
/** Firms' proposals and trials. */
export const trials = (view: View) => read<Endpoint<typeof client.trials>>(client.trials.$path(query(view)));
/** Recorded remarks and states. */
export const statements = (view: View) =>
  read<Endpoint<typeof client.statements>>(client.statements.$path(query(view)));
/** Dated events, oldest first. */
export const milestones = (view: View) =>
  read<Endpoint<typeof client.milestones>>(client.milestones.$path(query(view)));
/** Sources of figures and texts, all or some, whatever the day: a text of then may cite what became known later. */
export const sources = ({ lang }: View, ids?: readonly string[]) =>
  read<Endpoint<typeof client.sources>>(
    client.sources.$path(query({ lang, asOf: undefined }, ids ? { id: ids.join(",") } : {})),
  );
/** Sources as known on the day, for what must not change later. */
export const sourcesThen = (view: View) => read<Endpoint<typeof client.sources>>(client.sources.$path(query(view)));
/** Every release by number and day, newest first, with the indicators that it changed. */
export const releaseContents = (view: View) => read<ReleaseContents>(client.releases.contents.$path(query(view)));
/** Some releases with their changes, newest first. */
export const releases = (view: View, ids: readonly number[]) =>
  read<Ledger>(client.releases.$path(query(view, { id: ids.join(",") })));
/** One release with so many of its figures, the country's first. */
export const release = (view: View, id: string, limit: number) =>
  read<ReleaseDetail>(client.releases[":id"].$path({ param: { id }, ...query(view, { limit: String(limit) }) }));
/** URL of a release with all of its figures. */
export const releaseFile = (view: View, id: number) =>
  `/api/v1${client.releases[":id"].$path({ param: { id: String(id) }, ...query(view) })}`;
/** The revisions of the country's figure of one year. */
export const revisedFigures = (view: View, code: string, year: string) =>
  read<RevisedFigures>(client.indicators[":code"].revisions[":year"].$path({ param: { code, year }, ...query(view) }));
/** Reports that were signed, newest first, each with the targets of which it says what is said now. */
export const issuedReports = (view: View) => read<IssuedReports>(client["issued-reports"].$path(query(view)));
/** Errors of our own, put right; newest first. */
export const corrections = (view: View) => read<Corrections>(client.corrections.$path(query(view)));
/** Differences between two days; `from` defaults to a year before. */
export const daysCompared = (view: View, from: string | undefined) =>
  read<DaysCompared>(client.releases.compare.$path(query(view, from ? { from } : {})));
/** URL of the same as a file, up to a release. */
export const daysFile = (lang: Lang, from: string, release: number) =>
  `/api/v1${client.releases.compare.$path(query({ lang, asOf: undefined, release }, { from }))}`;
/** What the page of a report can say beside language and day. */
type OfReport = { period?: string; compare?: number; form?: "official" };
const reportQuery = (view: View, { period, compare, form }: OfReport) =>
  query(view, { ...(period && { period }), ...(compare && { compare: String(compare) }), ...(form && { form }) });
/** How far the Strategy has come in a period, as the summary for everybody. */
export const report = (view: View, of: OfReport) => read<Report>(client.report.$path(reportQuery(view, of)));
/** The address of the summary as a file. */
export const reportFile = (view: View, of: OfReport, ending: "docx" | "xlsx") =>
  `/api/v1${client[`report.${ending}`].$path(reportQuery(view, of))}`;
/** Filter of `GET /observations`; an absent parameter does not filter. */
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
/** The latest releases, newest first. */
export const lastReleases = (view: View, limit: number) =>
  read<Ledger>(client.releases.$path(query(view, { limit: String(limit) })));
/** The release that an address names; the API refuses a day beside it. */
export const namedRelease = (lang: Lang, { asOf, release }: Omit<View, "lang">) =>
  read<Ledger>(
    client.releases.$path({
      query: { ...(asOf && { asOf }), lang, limit: "1", ...(release && { release: String(release) }) },
    }),
  );
/** Figures of some indicators in some areas. */
export const observations = (view: View, filter: ObservationFilter & Partial<Rows>) =>
  read<Observations>(client.observations.$path(query(view, filter)));
/** The ready-made citation of figures, which ends with their address. */
export const citation = (view: View, filter: ObservationFilter) =>
  read<string>(
    `/observations/citation.txt?${new URLSearchParams({ ...filter, ...pointQuery(view), lang: view.lang })}`,
  );

/** Every revision of the country's figures of one indicator. */
export const indicatorHistory = (view: View, code: string) =>
  observations(view, { area: COUNTRY, history: "true", indicator: code });

/** Figures of one indicator for ASEAN members, with labels in both languages. */
export const indicatorPeers = (view: View, code: string) =>
  observations(view, { area: "ASEAN", indicator: code, labels: "both" });
