import { readTrail } from "../trail.ts";
import type { Check } from "./check.ts";

type Published = { id: string; release: number; body: string | null };
type Proposed = { id: string; release: number; body: string; withdrawn: 0 | 1; newSource: string | null };

const keyOf = ({ id, release }: { id: string; release: number }) => `statement ${id} of release ${release}`;

/** A statement without its source, whose id is only known once a new one is listed. */
function withoutSource(body: string): string {
  const { content, ...head } = JSON.parse(body);
  return JSON.stringify([head, { ...content, source: null }]);
}

function isSame(published: Published, proposed: Proposed): boolean {
  if (proposed.withdrawn) return published.body === null;
  if (published.body === null) return false;
  return proposed.newSource === null
    ? published.body === proposed.body
    : withoutSource(published.body) === withoutSource(proposed.body);
}

/** The first published statement that is not what was approved, or approved one that was not published. */
export const findChangedStatement: Check = async ({ db }) => {
  const published = await db.all<Published>(
    "SELECT id, release_id AS release, body FROM definition_revision WHERE kind = 'statement' ORDER BY release_id, id",
  );
  const approved = await db.all<Proposed>(
    `SELECT s.id, l.id AS release, s.body, s.withdrawn, s.new_source AS newSource
     FROM release l JOIN review r ON r.id = l.review_id JOIN submission_statement s ON s.submission_id = r.submission_id
     ORDER BY l.id, s.id`,
  );
  // Notices of our own errors go with the approved figures that put them right; their words are sealed with the release.
  const releases = await readTrail(db, "action = 'release.published'");
  const noticed = new Set(
    releases.flatMap(({ subject, detail }) =>
      ((detail.corrections ?? []) as string[]).map((id) => `statement ${id} of ${subject}`),
    ),
  );
  const expected = new Map(approved.map((one) => [keyOf(one), one]));
  for (const one of published) {
    if (one.body !== null && noticed.delete(keyOf(one))) continue;
    const proposed = expected.get(keyOf(one));
    if (!proposed) return `${keyOf(one)}: nobody approved it`;
    if (!isSame(one, proposed)) return `${keyOf(one)}: is not what was approved`;
    expected.delete(keyOf(one));
  }
  const [missing] = [...expected.keys(), ...noticed];
  return missing === undefined ? null : `${missing}: missing`;
};
