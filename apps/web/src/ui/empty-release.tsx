import { day } from "../format.ts";
import { useText } from "../text/text.tsx";
import { useView } from "../view.tsx";
import { Notice } from "./notice.tsx";
import { SamePageLink } from "./page-link.tsx";

/** What a page says for a day before the first release. */
export function EmptyRelease() {
  const { say, lang } = useText();
  const { asOf } = useView();
  return (
    <Notice
      title={say("empty.title")}
      actions={
        asOf ? (
          <SamePageLink change={{ asOf: undefined }} className="button button-main">
            {say("asOf.back")}
          </SamePageLink>
        ) : null
      }
    >
      <p>{asOf ? say("empty.body", { day: day(asOf, lang) }) : say("empty.bodyNow")}</p>
    </Notice>
  );
}
