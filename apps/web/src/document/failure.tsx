import { PageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";
import { Notice } from "../ui/notice.tsx";
import { SearchForm } from "./search-form.tsx";

/** The 404 page. `isEmpty`: nothing was published yet, which may be why. */
export function NotFound({ isEmpty = false }: { isEmpty?: boolean }) {
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
      <p>
        {say("notFound.body")} {isEmpty ? say("empty.bodyNow") : null}
      </p>
      <SearchForm id="q" />
    </Notice>
  );
}

type Props = {
  status: 422 | 500;
  /** The API's detail of a refusal, or the request id of a server error. */
  detail: string;
  /** Link to the page without the refused parameters, or to retry. */
  next: string;
};

/** The error page. */
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
