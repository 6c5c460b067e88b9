import type { SubmissionState } from "@moc2030/shared/schema/submission";
import { useStaffText } from "../../text/staff-text.tsx";

const LOOK: Record<SubmissionState, string> = {
  draft: "not_assessable",
  submitted: "met",
  returned: "warning",
  scheduled: "met",
  approved: "on_track",
  rejected: "danger",
  withdrawn: "not_assessable",
};

/** The state of a submission. */
export function StateBadge({ state }: { state: SubmissionState }) {
  const { say } = useStaffText();
  return (
    <span
      data-class={LOOK[state]}
      className="rounded-[4px] bg-(--status-tint) px-2 py-0.5 text-sm font-semibold text-(--status)"
    >
      {say(`state.${state}`)}
    </span>
  );
}
