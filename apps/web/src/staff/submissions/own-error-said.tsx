import { isOwnError } from "@moc2030/shared/figure/figure";
import { useStaffText } from "../../text/staff-text.tsx";
import type { Item } from "./reads.ts";

/** That a correction notice goes with figures, where one of them puts an error of our own right. */
export function OwnErrorSaid({ items }: { items: readonly Pick<Item, "reason">[] }) {
  const { say } = useStaffText();
  if (!items.some(({ reason }) => isOwnError(reason))) return null;
  return <p className="border-s-4 border-accent ps-4 text-sm">{say("correction.ofFigures")}</p>;
}
