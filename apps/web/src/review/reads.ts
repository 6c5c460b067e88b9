import { type Answer, paths, staffRead } from "../session/client.ts";

/** Who stands in for whom, now or later. */
export const delegationsRead = () => staffRead<Answer<typeof paths.delegations.$get>>(paths.delegations.$path());
export type Delegation = Answer<typeof paths.delegations.$get>["items"][number];
/** Colleagues by name and role. */
export const colleaguesRead = () =>
  staffRead<Answer<typeof paths.staff.colleagues.$get>>(paths.staff.colleagues.$path());
export type Outcome = Answer<(typeof paths.submissions)[":id"]["review"]["$post"]>;
