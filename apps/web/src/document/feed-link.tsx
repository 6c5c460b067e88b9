import { useText } from "../text/text.tsx";
import { followedAddress } from "./followed.ts";

/** Link to the feed of releases and corrections, in the language of the page. */
export function FeedLink() {
  const { say, lang } = useText();
  return (
    <a
      href={followedAddress("feed.atom", {}, lang)}
      type="application/atom+xml"
      className="inline-flex min-h-11 items-center"
    >
      {say("releases.feed")}
    </a>
  );
}
