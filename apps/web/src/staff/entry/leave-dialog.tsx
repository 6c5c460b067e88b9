import { type ShouldBlockFn, useBlocker } from "@tanstack/react-router";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

/** Whether another page or another view of it is asked for; a link within the page loses nothing. */
const isElsewhere: ShouldBlockFn = ({ current, next }) =>
  current.pathname !== next.pathname || JSON.stringify(current.search) !== JSON.stringify(next.search);

/** While mounted, asks before unsaved cells are left behind; closing or reloading the tab asks as the browser does. */
export function LeaveDialog() {
  const { say } = useStaffText();
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: isElsewhere, withResolver: true });
  if (status !== "blocked") return null;
  return (
    <Dialog title={say("leave.title")} body={say("leave.body")} onClose={reset}>
      <div className="flex flex-wrap gap-3">
        <Button isMain onClick={reset}>
          {say("leave.stay")}
        </Button>
        <Button onClick={proceed}>{say("leave.go")}</Button>
      </div>
    </Dialog>
  );
}
