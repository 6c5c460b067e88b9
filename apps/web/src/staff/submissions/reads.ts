import { type Answer, paths, staffRead } from "../session/client.ts";

const one = paths.submissions[":id"];
export type Submission = Answer<typeof one.$get>;
export type Item = Submission["items"][number];
export type Delegation = Answer<typeof paths.delegations.$get>["items"][number];

/** One submission with items, findings and reviews. */
export const submissionRead = (id: number) => staffRead(one, { param: { id: String(id) } });

/** What the undecided figures of a version are seen against. */
export const pastRead = (id: number, version: number) => {
  const read = staffRead(one.past, { param: { id: String(id) } });
  return { ...read, queryKey: [...read.queryKey, String(version)] };
};
export type Past = Answer<typeof one.past.$get>["items"][number];

/** The user's own submissions. */
export const ownSubmissionsRead = () => staffRead(paths.submissions, { query: { mine: "true" } });

/** Scheduled submissions that the user is named to read early. */
export const earlySubmissionsRead = () => staffRead(paths.submissions, { query: { early: "true" } });

/** Submissions waiting for review, oldest first, and scheduled ones. */
export const queueRead = () => staffRead(paths.reviews);

/** The status changes that publishing this version would cause. */
export const effectRead = (id: number, version: number) => {
  const read = staffRead(one.effect, { param: { id: String(id) } });
  return { ...read, queryKey: [...read.queryKey, String(version)] };
};

export type Effect = Answer<typeof one.effect.$get>;

/** Current and future delegations. */
export const delegationsRead = () => staffRead(paths.delegations);

/** Who is away, today or later, and who stands in. */
export const absencesRead = () => staffRead(paths.absences);
export type Absences = Answer<typeof paths.absences.$get>;

/** Colleagues by name and role. */
export const colleaguesRead = () => staffRead(paths.staff.colleagues);
export type Colleague = Answer<typeof paths.staff.colleagues.$get>["items"][number];

/** Whether the author can still edit a submission. */
export const isDraft = ({ state }: { state: string }): boolean => state === "draft" || state === "returned";

/** Whether figures can be added: the author can still edit, and it holds no statements. */
export const takesFigures = (one: { state: string; statements: number }): boolean =>
  isDraft(one) && one.statements === 0;

const joinQuery = (joins: boolean) => (joins ? { join: "true" as const } : {});

/** Paths of a submission's sub-resources; `joins` for figures of another publication than its others. */
export const submissionPath = {
  all: () => paths.submissions.$path(),
  one: (id: number) => one.$path({ param: { id: String(id) } }),
  items: (id: number, joins = false) => one.items.$path({ param: { id: String(id) }, query: joinQuery(joins) }),
  item: (id: number, item: number, joins = false) =>
    one.items[":item"].$path({ param: { id: String(id), item: String(item) }, query: joinQuery(joins) }),
  statements: (id: number) => one.statements.$path({ param: { id: String(id) } }),
  moves: (id: number, joins = false) => one.moves.$path({ param: { id: String(id) }, query: joinQuery(joins) }),
  submit: (id: number) => one.submit.$path({ param: { id: String(id) } }),
  withdraw: (id: number) => one.withdraw.$path({ param: { id: String(id) } }),
  comments: (id: number) => one.comments.$path({ param: { id: String(id) } }),
  recall: (id: number) => one.recall.$path({ param: { id: String(id) } }),
  copy: (id: number) => one.copy.$path({ param: { id: String(id) } }),
  review: (id: number) => one.review.$path({ param: { id: String(id) } }),
  earlyReaders: (id: number) => one["early-readers"].$path({ param: { id: String(id) } }),
  unschedule: (id: number) => one.unschedule.$path({ param: { id: String(id) } }),
};
