/** Staff roles. A contributor proposes figures, a reviewer also approves those of others, an administrator manages accounts only. */
export const roles = ["contributor", "reviewer", "administrator"] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;

/** Permissions by action. Nobody decides on their own proposals; triggers in the database enforce that. */
export const permissions = {
  /** One's own sessions and password. */
  "session.own": everyone,
  /** Entry grid, prefilled forms, import templates, colleagues' names. */
  "entry.read": everyone,
  /** One's own drafts and others' submitted work. */
  "submission.read": everyone,
  /** Draft, import, attach evidence, submit, withdraw. */
  "submission.write": ["contributor", "reviewer"],
  "evidence.read": everyone,
  /** Approve, return or reject what somebody else submitted; take a scheduled publication back. */
  "review.decide": ["reviewer"],
  /** Delegate one's reviews for a period; an administrator proposes a delegate for a reviewer who cannot. */
  "review.delegate": ["reviewer", "administrator"],
  /** Confirm a delegation that another administrator proposed. */
  "review.appoint": ["administrator"],
  /** Accept a delegation. */
  "review.stand_in": ["contributor", "reviewer"],
  /** End a delegation one gave or accepted; an administrator can end any. */
  "review.end_delegation": everyone,
  /** Record when one is away; an administrator for anybody. */
  "absence.write": everyone,
  /** Set what yearly changes of an indicator are plausible. */
  "limits.write": ["reviewer"],
  /** Assign an indicator to a colleague. */
  "assignment.write": ["reviewer", "administrator"],
  /** Add people, change roles, disable, reset. */
  "staff.manage": ["administrator"],
  "audit.read": ["reviewer", "administrator"],
  /** How the installation is: backups, disk, clock, what is not set. */
  "health.read": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

/** Actions that an active delegation adds to a role. */
const delegated: readonly Action[] = ["review.decide"];

/** Roles that can be a delegate; never an administrator, who has no part in figures. */
export const mayStandIn = (role: Role): boolean => (permissions["review.stand_in"] as readonly Role[]).includes(role);

/** Whether an action can be delegated. */
export const isDelegated = (action: Action): boolean => delegated.includes(action);

/** Whether a role may perform an action, given whether a delegation to them is active. */
export const may = (role: Role, action: Action, standsIn = false): boolean =>
  (permissions[action] as readonly Role[]).includes(role) || (standsIn && mayStandIn(role) && isDelegated(action));
