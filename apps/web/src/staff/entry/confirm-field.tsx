import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { FieldErrors, TextArea } from "../../ui/fields.tsx";

/** The words that rows with warnings need before they are taken; `holds` says whether they are there, and leads to their field if not. */
export function useConfirm(id: string, warned: number, words: string) {
  const [isAsked, setAsked] = useState(false);
  const isMissing = warned > 0 && words.trim() === "";
  const holds = () => {
    setAsked(isMissing);
    if (isMissing) document.getElementById(id)?.focus();
    return !isMissing;
  };
  return { id, warned, words, isWrong: isAsked && isMissing, holds };
}

type Props = Omit<ReturnType<typeof useConfirm>, "holds"> & { onChange: (words: string) => void };

/** The field for those words; nothing where no row has a warning. */
export function ConfirmField({ id, warned, words, isWrong, onChange }: Props) {
  const { say } = useStaffText();
  if (warned === 0) return null;
  return (
    <FieldErrors value={isWrong ? { [id]: say("form.confirmMissing") } : {}}>
      <TextArea id={id} label={say("form.confirm")} value={words} onChange={onChange} />
    </FieldErrors>
  );
}
