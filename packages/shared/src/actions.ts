/** Who works here: proposes figures; also approves those of others; looks after people (and neither proposes nor approves). */
export const roles = ["contributor", "reviewer", "administrator"] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;

/** The one table of who may do what. A reviewer proposes too, and like everybody never decides on their own proposals: the database holds that. */
export const permissions = {
  /** Own sessions, own password. */
  "session.own": everyone,
  /** The grid of what is due, prefilled forms, templates, names of colleagues. */
  "entry.read": everyone,
  /** Own drafts; what others have submitted. */
  "submission.read": everyone,
  /** Draft, import, attach evidence, submit, withdraw. */
  "submission.write": ["contributor", "reviewer"],
  "evidence.read": everyone,
  /** Approve, return or reject what somebody else submitted; take a scheduled publication back. */
  "review.decide": ["reviewer"],
  /** Let a colleague review in one's place for a time; an administrator proposes one for a reviewer who cannot act. */
  "review.delegate": ["reviewer", "administrator"],
  /** Confirm what another administrator proposed for a reviewer who cannot act. */
  "review.appoint": ["administrator"],
  /** Accept to stand in for a reviewer. */
  "review.stand_in": ["contributor", "reviewer"],
  /** End a delegation: one's own, one that was accepted, or as an administrator any. */
  "review.end_delegation": everyone,
  /** Who looks after an indicator. */
  "assignment.write": ["reviewer", "administrator"],
  /** Add people, change roles, disable, reset. */
  "staff.manage": ["administrator"],
  "audit.read": ["reviewer", "administrator"],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

/** What a delegation of review adds to a role for its time. */
const delegated: readonly Action[] = ["review.decide"];

/** Who may stand in for a reviewer; never an administrator, who has no part in figures. */
export const mayStandIn = (role: Role): boolean => (permissions["review.stand_in"] as readonly Role[]).includes(role);

/** Whether what is asked for can be had by standing in for somebody. */
export const isDelegated = (action: Action): boolean => delegated.includes(action);

/** Whether somebody with this role, standing in for a reviewer or not, may do this. */
export const may = (role: Role, action: Action, standsIn = false): boolean =>
  (permissions[action] as readonly Role[]).includes(role) || (standsIn && mayStandIn(role) && isDelegated(action));
