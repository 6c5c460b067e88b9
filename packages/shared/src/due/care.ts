type Person = { readonly id: string; readonly body: string | null };
type Row = {
  readonly assignee: { readonly id: string } | null;
  readonly bodies: readonly { readonly id: string }[];
};

/** Whether an indicator is in somebody's care: it is assigned to them, or their body answers for it. */
export const isInCareOf = (person: Person, row: Row): boolean =>
  row.assignee?.id === person.id || row.bodies.some(({ id }) => id === person.body);
