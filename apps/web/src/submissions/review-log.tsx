import { instant } from "../instant.ts";
import { useStaffText } from "../text/staff-text.tsx";
import type { Submission } from "./reads.ts";

/** What reviewers decided so far, with their reasons and the release that came of it. */
export function ReviewLog({ reviews }: { reviews: Submission["reviews"] }) {
  const { say, lang } = useStaffText();
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews-title" className="mt-8">
      <h2 id="reviews-title" className="text-lg">
        {say("reviews.title")}
      </h2>
      <ol className="mt-3 space-y-3">
        {reviews.toReversed().map((review) => (
          <li key={review.id} className="border-s-4 border-line-strong ps-4 text-sm">
            <p>
              <strong>{say(`decided.${review.decision}`)}</strong>, {review.reviewer.name}
              {review.onBehalfOf ? ` (${say("reviews.onBehalfOf", { name: review.onBehalfOf.name })})` : null},{" "}
              {instant(review.at, lang)}
              {review.release === null ? null : <>. {say("reviews.release", { id: review.release })}</>}
              {review.publishAt && review.release === null ? (
                <>. {say("reviews.publishAt", { at: instant(review.publishAt, lang) })}</>
              ) : null}
            </p>
            {review.reason ? <p className="mt-1 whitespace-pre-line">{review.reason}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
