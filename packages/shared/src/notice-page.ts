import type { Notice } from "./schema/notice.ts";

type About = Pick<Notice, "kind" | "submission" | "own" | "indicator" | "timePeriod">;
type NoticePage = { page: "review" | "submissions" | "delegations" | "people" | "entry" | "sessions"; path: string };

/** The page of staff that a notice is about; `reviews`: its reader decides on the submissions of others. */
export function noticePage({ kind, submission, own, indicator, timePeriod }: About, reviews: boolean): NoticePage {
  if (submission !== null) {
    const isForReview = kind === "submitted" || (kind === "commented" && !own && reviews);
    const page = isForReview ? "review" : "submissions";
    return { page, path: `/${page}/${submission}` };
  }
  if (kind === "stand_in_asked" || kind === "stand_in_proposed") return { page: "delegations", path: "/delegations" };
  if (kind === "address_asked") return { page: "people", path: "/staff/people" };
  if (indicator !== null) return { page: "entry", path: `/entry/${indicator}/${timePeriod}` };
  return { page: "sessions", path: "/staff/sessions" };
}
