import type { App } from "@moc2030/api";
import type { PublishedFigure } from "@moc2030/shared/figure/figure";
import type { ProblemSlug } from "@moc2030/shared/schema/problem";
import type { Statement } from "@moc2030/shared/schema/statement";
import { queryOptions } from "@tanstack/react-query";
import { hc, type InferResponseType } from "hono/client";
import { ApiError } from "../../client/api.ts";
import { pageUser } from "./page-user.ts";
import { requestSignIn } from "./sign-in-request.ts";

/** Typed paths of the API's routes. */
export const paths = hc<App>("/");
/** URL of an API path. */
export const address = (path: string): string => `/api/v1${path}`;
/** Response type of an endpoint. */
export type Answer<T> = Awaited<InferResponseType<T, 200>>;

/** A figure or statement with a newer revision than the proposal's author saw. */
export type Conflict =
  | { item: number; proposed: string | null; seen: PublishedFigure | null; current: PublishedFigure | null }
  | { statement: string; seen: Statement | null; current: Statement | null };
type Problem = {
  type?: string;
  title?: string;
  detail?: string;
  errors?: { pointer?: string; parameter?: string; detail: string }[];
  conflicts?: Conflict[];
};

/** An error response of the API (RFC 9457), or no response ("offline"). */
export class ProblemError extends ApiError {
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
  /** A request body that is not JSON: a file or pasted table. */
  raw?: { body: Blob | string; type: string };
  /** Version for `If-Match`. */
  version?: number;
  /** Value of `Idempotency-Key`. */
  key?: string;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
  /** The staff id to send as, for requests that may outlive a change of user; by default the page's user. */
  person?: string | null;
  /** Whether a 401 prompts for sign-in and retries; false while signing in. */
  promptsSignIn?: boolean;
};

/**
 * Sends a request as the page's user (`X-Person`), never as another user who signed in since. A 401 waits for sign-in
 * and retries.
 */
export async function send<T>(path: string, options: Options = {}): Promise<T> {
  const { method = "GET", json, raw, version, key, keepalive = false, promptsSignIn = true } = options;
  const { person = pageUser() } = options;
  const headers: Record<string, string> = {};
  if (person !== null) headers["X-Person"] = person;
  if (json !== undefined) headers["Content-Type"] = "application/json";
  if (raw) headers["Content-Type"] = raw.type;
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  if (key) headers["Idempotency-Key"] = key;
  const body = raw ? raw.body : json === undefined ? null : JSON.stringify(json);
  const answer = await fetch(address(path), { method, headers, body, keepalive }).catch(() => {
    throw new ProblemError(0, {});
  });
  if (answer.ok) return (await answer.json()) as T;
  const problem = ((await answer.json().catch(() => null)) ?? {}) as Problem;
  const refusal = new ProblemError(answer.status, problem, Number(answer.headers.get("retry-after") ?? 0));
  if (refusal.slug !== "unauthenticated" || !promptsSignIn || keepalive || person !== pageUser()) throw refusal;
  await requestSignIn();
  return send<T>(path, { ...options, person, promptsSignIn: false });
}

type Endpoint = { $get: unknown; $path: (args: never) => string };
/** Query options of a staff read. Queries under the key "staff" are removed on sign-out. */
export function staffRead<E extends Endpoint>(endpoint: E, args?: Parameters<E["$path"]>[0]) {
  const path = endpoint.$path(args as never);
  return queryOptions({ queryKey: ["staff", path], queryFn: () => send<Answer<E["$get"]>>(path), staleTime: 5_000 });
}

/** For pages that decide something: always refetch on mount. */
export const freshRead = { staleTime: 0, throwOnError: true } as const;

/** The same while it is open: what others do comes in. A refresh that fails leaves what is shown, and what is typed. */
export const liveRead = {
  staleTime: 0,
  refetchInterval: 15_000,
  throwOnError: (_: Error, { state }: { state: { data: unknown } }) => state.data === undefined,
} as const;

/** The session; its `me` is null when signed out. */
export const sessionRead = () =>
  queryOptions({
    queryKey: ["session"],
    queryFn: () => send<Answer<typeof paths.session.$get>>(paths.session.$path(), { promptsSignIn: false }),
    staleTime: 60_000,
  });
export type Me = NonNullable<Answer<typeof paths.session.$get>["me"]>;
