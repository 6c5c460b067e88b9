import { useText } from "../text/text.tsx";

type Props = {
  /** Text to copy; by default that of the element `selectId`. */
  text?: string;
  label: string;
  /** Id of the element to select where copying is not allowed. */
  selectId?: string;
};

/** A copy button with a live announcement (islands/copy.ts). */
export function CopyButton({ text = "", label, selectId }: Props) {
  const { say } = useText();
  return (
    <span className="needs-script contents">
      <button type="button" className="button" data-copy={text} data-select={selectId}>
        <span>{label}</span> <span hidden>{say("copy.done")}</span>
      </button>
      <span role="status" className="sr-only" data-done={say("copy.done")} data-selected={say("copy.selected")} />
    </span>
  );
}
