import { Link } from "@tanstack/react-router";
import { day } from "../format.ts";
import { useText } from "../text/text.tsx";
import { useView } from "../view.tsx";
import { Notice } from "./notice.tsx";

/** What a page says for a day before the first release. */
export function EmptyRelease() {
  const { say, lang } = useText();
  const { asOf } = useView();
  return (
    <Notice
      title={say("empty.title")}
      actions={
        asOf ? (
          <Link to="." search={(now) => ({ ...now, asOf: undefined })} className="button button-main">
            {say("asOf.back")}
          </Link>
        ) : null
      }
    >
      <p>{asOf ? say("empty.body", { day: day(asOf, lang) }) : say("empty.bodyNow")}</p>
    </Notice>
  );
}
