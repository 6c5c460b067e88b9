import { useText } from "../text/text.tsx";

type Props = {
  /** What is copied: the text of the element `selectId`, unless given. */
  text?: string;
  label: string;
  /** Id of the element that is selected where the browser does not allow copying. */
  selectId?: string;
};

/** Copies a text, and says so where a screen reader hears it (islands/copy.ts). */
export function CopyButton({ text = "", label, selectId }: Props) {
  const { say } = useText();
  return (
    <span className="needs-script contents">
      <button type="button" className="button" data-copy={text} data-select={selectId}>
        <span>{label}</span>
        <span hidden>{say("copy.done")}</span>
      </button>
      <span role="status" className="sr-only" data-done={say("copy.done")} data-selected={say("copy.selected")} />
    </span>
  );
}
