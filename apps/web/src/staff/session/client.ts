import type { App } from "@moc2030/api";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import type { ProblemSlug } from "@moc2030/shared/schema/problem";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { ApiError } from "../../client/api.ts";
import { pagePerson } from "./person.ts";
import { signInAgain } from "./sign-in-again.ts";

/** The paths of the API's routes, typed from them. */
export const paths = hc<App>("/");
/** Where a path of the API is, for links. */
export const address = (path: string): string => `/api/v1${path}`;
/** What an endpoint answers. */
export type Answer<T> = Awaited<InferResponseType<T, 200>>;

/** One figure that two people changed. */
export type Conflict = {
  item: number;
  proposed: string | null;
  seen: PublishedFigure | null;
  current: PublishedFigure | null;
};
type Problem = {
  type?: string;
  title?: string;
  detail?: string;
  errors?: { pointer?: string; parameter?: string; detail: string }[];
  conflicts?: Conflict[];
};

/** An answer of the API that is not a success, with all that it says. */
export class Refusal extends ApiError {
  readonly slug: ProblemSlug | "offline";
  readonly errors: NonNullable<Problem["errors"]>;
  readonly conflicts: Conflict[];
  readonly retryAfterSeconds: number;
  constructor(status: number, problem: Problem, retryAfterSeconds = 0) {
    super(status, problem.detail ?? problem.title ?? "");
    this.slug = status === 0 ? "offline" : ((problem.type ?? "").replace("urn:moc2030:problem:", "") as ProblemSlug);
    this.errors = problem.errors ?? [];
    this.conflicts = problem.conflicts ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type Options = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  json?: unknown;
  /** A file or a pasted table, sent as it is. */
  raw?: { body: Blob | string; type: string };
  /** The version that the change is meant for. */
  version?: number;
  /** Makes a repeated request count once. */
  key?: string;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
  /** Whose request it is, where it may be sent after the page has become another person's; otherwise the page's. */
  person?: string | null;
  /** Whether an ended session is asked for again in place; not while signing in. */
  asksAgain?: boolean;
};

/** Asks the API as whoever the page is for, and never as anybody else who has signed in since. Where the session has ended it waits until they have signed in again, and goes on. */
export async function send<T>(path: string, options: Options = {}): Promise<T> {
  const { method = "GET", json, raw, version, key, keepalive = false, asksAgain = true } = options;
  const { person = pagePerson() } = options;
  const headers: Record<string, string> = {};
  if (person !== null) headers["X-Person"] = person;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (raw) headers["Content-Type"] = raw.type;
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (key) headers["Idempotency-Key"] = key;
  const body = raw ? raw.body : json === undefined ? null : JSON.stringify(json);
  const answer = await fetch(address(path), { method, headers, body, keepalive }).catch(() => {
    throw new Refusal(0, {});
  });
  if (answer.ok) return (await answer.json()) as T;
  const problem = ((await answer.json().catch(() => null)) ?? {}) as Problem;
  const refusal = new Refusal(answer.status, problem, Number(answer.headers.get("retry-after") ?? 0));
  if (refusal.slug !== "unauthenticated" || !asksAgain || keepalive || person !== pagePerson()) throw refusal;
  await signInAgain();
  return send<T>(path, { ...options, person, asksAgain: false });
}

type Endpoint = { $get: unknown; $path: (args: never) => string };
/** A read for staff. Everything under the key "staff" is theirs and goes when they sign out. */
export function staffRead<E extends Endpoint>(endpoint: E, args?: Parameters<E["$path"]>[0]) {
  const path = endpoint.$path(args as never);
  return queryOptions({ queryKey: ["staff", path], queryFn: () => send<Answer<E["$get"]>>(path), staleTime: 5_000 });
}

/** A page on which something is decided shows what is there when it is opened, not what was read a moment before. */
export const freshRead = { staleTime: 0, throwOnError: true } as const;

/** Who is signed in; null where nobody is. */
export const sessionRead = () =>
  queryOptions({
    queryKey: ["session"],
    queryFn: () => send<Answer<typeof paths.session.$get>>(paths.session.$path(), { asksAgain: false }),
    staleTime: 60_000,
  });
export type Me = NonNullable<Answer<typeof paths.session.$get>["me"]>;
