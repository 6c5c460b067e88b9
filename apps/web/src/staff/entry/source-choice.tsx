import { useStaffText } from "../../text/staff-text.tsx";
import { Combobox } from "../../ui/combobox.tsx";

type Props = {
  sources: readonly { id: string; title: string; publisher: string }[];
  /** Id of the chosen source; one that is not listed is shown as it is. */
  value: string;
  label: string;
  /** Shown where none is chosen. */
  none: string;
  onChange: (id: string) => void;
};

/** A listed source, found by its title or publisher. */
export function SourceChoice({ sources, value, label, none, onChange }: Props) {
  const { say } = useStaffText();
  const chosen = sources.find(({ id }) => id === value);
  return (
    <div className="space-y-2">
      <p className="text-sm">
        {chosen ? <strong>{chosen.title}</strong> : <span className="text-soft">{value || none}</span>}
        {chosen ? <span className="text-soft">, {chosen.publisher}</span> : null}
      </p>
      <Combobox
        label={label}
        placeholder={say("form.sourceFind")}
        options={sources.map(({ id, title, publisher }) => ({ value: id, label: `${title}, ${publisher}` }))}
        onChoose={onChange}
      />
    </div>
  );
}
