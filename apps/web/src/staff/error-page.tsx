import { useQueryClient } from "@tanstack/react-query";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { PageLink } from "../address/page-link.tsx";
import { ApiError } from "../client/api.ts";
import { NotFound } from "../document/failure.tsx";
import { type TextId, useText } from "../text/text.tsx";
import { Notice } from "../ui/notice.tsx";

/** Sets the document title. */
export function useTitle(name: string) {
  const title = `${name} · Mốc 2030`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** The 404 page. */
export function NotFoundPage() {
  const { say } = useText();
  useTitle(say("notFound.title"));
  return <NotFound />;
}

/** Error texts by HTTP status; 0 is a network error. */
const TEXTS: ReadonlyMap<number | null, TextId> = new Map([
  [0, "error.offline"],
  [403, "error.forbidden"],
  [422, "error.refused"],
]);

/** The router's error page; a 404 of the API is the 404 page. */
export const ErrorPage = (failure: ErrorComponentProps) =>
  failure.error instanceof ApiError && failure.error.status === 404 ? <NotFoundPage /> : <Failure {...failure} />;

function Failure({ error, reset }: ErrorComponentProps) {
  const { say } = useText();
  const router = useRouter();
  const queries = useQueryClient();
  const status = error instanceof ApiError ? error.status : null;
  useTitle(say("error.title"));
  const said = TEXTS.get(status) ?? "error.body";
  const again = () => {
    queries.clear();
    reset();
    void router.invalidate();
  };
  return (
    <Notice
      title={say("error.title")}
      actions={
        <>
          {status === 422 ? (
            // A retry of the same URL would be refused again.
            <Link to="." search={{}} className="button button-main">
              {say("data.reset")}
            </Link>
          ) : (
            <button type="button" className="button button-main" onClick={again}>
              {say("error.again")}
            </button>
          )}
          <PageLink to="/" search={{}} className="button">
            {say("nav.overview")}
          </PageLink>
        </>
      }
    >
      <p>{say(said)}</p>
      {status && status !== 403 ? (
        <p className="text-sm">{say("error.detail", { status, detail: (error as ApiError).message })}</p>
      ) : null}
    </Notice>
  );
}
