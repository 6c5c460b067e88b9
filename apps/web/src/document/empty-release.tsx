import { SamePageLink } from "../address/page-link.tsx";
import { NOW } from "../address/read-point.ts";
import { useView } from "../address/view.tsx";
import { useText } from "../text/text.tsx";
import { Notice } from "../ui/notice.tsx";
import { day } from "../words/format.ts";

/** Shown for a day before the first release, and where there is none yet. */
export function EmptyRelease() {
  const { say, lang } = useText();
  const { asOf } = useView();
  return (
    <Notice
      title={say(asOf ? "empty.title" : "empty.titleNow")}
      actions={
        asOf ? (
          <SamePageLink change={NOW} className="button button-main">
            {say("asOf.back")}
          </SamePageLink>
        ) : null
      }
    >
      <p>{asOf ? say("empty.body", { day: day(asOf, lang) }) : say("empty.bodyNow")}</p>
    </Notice>
  );
}
