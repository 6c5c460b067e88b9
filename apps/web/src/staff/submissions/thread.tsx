import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { instant } from "../../words/instant.ts";
import { send } from "../session/client.ts";
import { Form, useForm } from "../session/form.tsx";
import { mayDo, useMe } from "../session/me.ts";
import { type Item, type Submission, submissionPath } from "./reads.ts";

type Props = {
  submission: Pick<Submission, "id" | "state">;
  about: { item: number } | { statement: string };
  comments: Item["comments"];
};

/** Questions and answers on one figure or statement, and until it is decided a field for the next. */
export function Thread({ submission: { id, state }, about, comments }: Props) {
  const { say, lang } = useStaffText();
  const me = useMe();
  const [text, setText] = useState("");
  const field = `comment-${"item" in about ? about.item : about.statement}`;
  const form = useForm<unknown>({
    check: () => ({ [field]: !text.trim() && say("thread.empty") }),
    send: () =>
      send(submissionPath.comments(id), { method: "POST", json: { ...about, text }, key: crypto.randomUUID() }),
    at: field,
    onSuccess: () => setText(""),
  });
  const isOpen = !/approved|rejected|withdrawn/.test(state) && mayDo(me, "submission.write");
  if (comments.length === 0 && !isOpen) return null;
  return (
    <div className="mt-4 border-t border-line pt-3 text-sm">
      {comments.length > 0 ? (
        <ol aria-label={say("thread.title")} className="space-y-2">
          {comments.map(({ id: number, author, at, text: said }) => (
            <li key={number}>
              <strong>{author.name}</strong> <span className="text-soft">{instant(at, lang)}</span>
              <span className="block whitespace-pre-line">{said}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {isOpen ? (
        <details className="more mt-2">
          <summary>{say(comments.length > 0 ? "thread.answer" : "thread.ask")}</summary>
          <Form form={form} className="mt-2 space-y-3">
            <TextArea id={field} label={say("thread.text")} hint={say("thread.hint")} value={text} onChange={setText} />
            <Button type="submit">{say("thread.send")}</Button>
          </Form>
        </details>
      ) : null}
    </div>
  );
}
