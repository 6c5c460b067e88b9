import { LANGS } from "@moc2030/shared/text/lang";
import { useStaffText } from "../../text/staff-text.tsx";
import { SelectField } from "../../ui/fields.tsx";
import { Problem } from "../../ui/problem.tsx";
import { paths, send } from "../session/client.ts";
import { useChange } from "../session/form.tsx";
import { useMe } from "../session/me.ts";

/** The language in which one's notices are mailed. */
export function MailLanguage() {
  const { say } = useStaffText();
  const { lang } = useMe();
  const set = useChange(
    (chosen: string) => send(paths.session.language.$path(), { method: "PUT", json: { lang: chosen } }),
    { stale: ["session"] },
  );
  return (
    <>
      <SelectField
        id="mail-language"
        label={say("mail.language")}
        hint={say("mail.languageHint")}
        choices={LANGS.map((value) => ({ value, label: say(`mail.language.${value}`) }))}
        value={lang}
        onChange={(chosen) => set.run(chosen)}
        box="mt-8 max-w-sm"
      />
      <Problem className="mt-2">{set.problem}</Problem>
    </>
  );
}
