import { type Answer, paths, staffRead } from "../session/client.ts";

const one = paths.submissions[":id"];
export type Submission = Answer<typeof one.$get>;
export type Item = Submission["items"][number];
export type Delegation = Answer<typeof paths.delegations.$get>["items"][number];

/** One submission with its items, what the checks say of them, and its reviews. */
export const submissionRead = (id: number) => staffRead<Submission>(one.$path({ param: { id: String(id) } }));

/** One's own submissions. */
export const ownSubmissionsRead = () =>
  staffRead<Answer<typeof paths.submissions.$get>>(paths.submissions.$path({ query: { mine: "true" } }));

/** What waits for review, oldest first, and what is scheduled. */
export const queueRead = () => staffRead<Answer<typeof paths.reviews.$get>>(paths.reviews.$path());

/** What publishing a version of a submission would do to the statuses. */
export const effectRead = (id: number, version: number) => {
  const path = one.effect.$path({ param: { id: String(id) } });
  return { ...staffRead<Answer<typeof one.effect.$get>>(path), queryKey: ["staff", path, String(version)] };
};

/** Who stands in for whom, now or later. */
export const delegationsRead = () => staffRead<Answer<typeof paths.delegations.$get>>(paths.delegations.$path());

/** Colleagues by name and role. */
export const colleaguesRead = () =>
  staffRead<Answer<typeof paths.staff.colleagues.$get>>(paths.staff.colleagues.$path());

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
