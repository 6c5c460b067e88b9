import { PageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";
import { Notice } from "../ui/notice.tsx";

/** An address that leads nowhere. */
export function NotFound() {
  const { say } = useText();
  return (
    <Notice
      title={say("notFound.title")}
      actions={
        <>
          <PageLink to="/" className="button button-main">
            {say("nav.overview")}
          </PageLink>
          <PageLink to="/indicators" className="button">
            {say("nav.indicators")}
          </PageLink>
        </>
      }
    >
      <p>{say("notFound.body")}</p>
    </Notice>
  );
}

type Props = {
  status: 422 | 500;
  /** What the API says of an address that it refuses; the id of the request where the server failed. */
  detail: string;
  /** The way on: the page without what was refused, or the same address once more. */
  next: string;
};

/** A page that could not be made. */
export function Failure({ status, detail, next }: Props) {
  const { say } = useText();
  return (
    <Notice
      title={say("error.title")}
      actions={
        <>
          <a href={next} className="button button-main">
            {say(status === 422 ? "data.reset" : "error.again")}
          </a>
          <PageLink to="/" className="button">
            {say("nav.overview")}
          </PageLink>
        </>
      }
    >
      <p>{say(status === 422 ? "error.refused" : "error.body")}</p>
      <p className="text-sm">{say("error.detail", { status, detail })}</p>
    </Notice>
  );
}
