import { useAddress } from "../address/address.ts";
import { useText } from "../text/text.tsx";

/** More parts than this are not named. */
const MOST_PARTS = 5;

/** Says in a line what the address asked for that the page could make nothing of, and what is shown instead. */
export function UnreadAddress() {
  const { say } = useText();
  const { notUnderstood = [] } = useAddress();
  const day = notUnderstood.find(({ name }) => name === "asOf");
  const parts = notUnderstood.filter((part) => part !== day).map(({ name, text }) => `“${name}=${text}”`);
  if (notUnderstood.length === 0) return null;
  const named = parts.length > MOST_PARTS ? [...parts.slice(0, MOST_PARTS), "…"] : parts;
  return (
    <div role="status" className="no-print border-b border-line bg-accent-tint text-ink">
      <p className="shell py-2 text-sm [overflow-wrap:anywhere]">
        {day ? say("unread.day", { text: day.text }) : null}{" "}
        {parts.length > 0 ? say("unread.parts", { parts: named.join(", ") }) : null}
      </p>
    </div>
  );
}
