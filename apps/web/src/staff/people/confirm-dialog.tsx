import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { CodeField, withoutSpaces } from "../session/code-field.tsx";
import { Form, useForm } from "../session/form.tsx";

/**
 * A change to confirm: the question, the request to send with the code, and texts for problems of its own (`words`).
 */
export type Ask = {
  title: string;
  body?: string | undefined;
  action: string;
  act: (code: string) => Promise<unknown>;
  words?: (error: unknown) => string | null;
};

/** Confirms a change to accounts with a code of the administrator's authenticator. */
export function ConfirmDialog({ ask, onClose }: { ask: Ask; onClose: () => void }) {
  const { say } = useStaffText();
  const form = useForm<{ code: string }>({
    check: ({ code }) => ({ code: !/^\d{6}$/.test(withoutSpaces(code)) && say("confirm.codeMissing") }),
    send: ({ code }) => ask.act(withoutSpaces(code)),
    refused: (error) => {
      document.querySelector<HTMLInputElement>("dialog #code")?.select();
      const said = ask.words?.(error);
      return said ? { code: said } : undefined;
    },
    at: "code",
    onSuccess: onClose,
  });
  return (
    <Dialog title={ask.title} body={ask.body} onClose={onClose}>
      <Form form={form} className="space-y-5">
        <CodeField label={say("signIn.code")} hint={say("confirm.hint")} maxLength={10} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" isMain>
            {ask.action}
          </Button>
          <Button onClick={onClose}>{say("confirm.cancel")}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
