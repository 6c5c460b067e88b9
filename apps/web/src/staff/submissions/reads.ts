import { type Answer, paths, staffRead } from "../session/client.ts";

const one = paths.submissions[":id"];
export type Submission = Answer<typeof one.$get>;
export type Item = Submission["items"][number];
export type Delegation = Answer<typeof paths.delegations.$get>["items"][number];

/** One submission with its items, what the checks say of them, and its reviews. */
export const submissionRead = (id: number) => staffRead(one, { param: { id: String(id) } });

/** One's own submissions. */
export const ownSubmissionsRead = () => staffRead(paths.submissions, { query: { mine: "true" } });

/** What waits for review, oldest first, and what is scheduled. */
export const queueRead = () => staffRead(paths.reviews);

/** What publishing a version of a submission would do to the statuses. */
export const effectRead = (id: number, version: number) => {
  const read = staffRead(one.effect, { param: { id: String(id) } });
  return { ...read, queryKey: [...read.queryKey, String(version)] };
};

/** Who stands in for whom, now or later. */
export const delegationsRead = () => staffRead(paths.delegations);

/** Colleagues by name and role. */
export const colleaguesRead = () => staffRead(paths.staff.colleagues);

/** Whether its author can still change a submission. */
export const isDraft = ({ state }: { state: string }): boolean => state === "draft" || state === "returned";

/** Where one thing of a submission is. */
export const submissionPath = {
  all: () => paths.submissions.$path(),
  one: (id: number) => one.$path({ param: { id: String(id) } }),
  items: (id: number) => one.items.$path({ param: { id: String(id) } }),
  item: (id: number, item: number) => one.items[":item"].$path({ param: { id: String(id), item: String(item) } }),
  moves: (id: number) => one.moves.$path({ param: { id: String(id) } }),
  submit: (id: number) => one.submit.$path({ param: { id: String(id) } }),
  withdraw: (id: number) => one.withdraw.$path({ param: { id: String(id) } }),
  review: (id: number) => one.review.$path({ param: { id: String(id) } }),
  earlyReaders: (id: number) => one["early-readers"].$path({ param: { id: String(id) } }),
  unschedule: (id: number) => one.unschedule.$path({ param: { id: String(id) } }),
};
