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
  status: 403 | 422 | 500 | 503;
  /** The API's detail of a refusal, or the request id of a server error. */
  detail: string;
  /** Link to the page without the refused parameters, or to retry. */
  next: string;
};

const BODY = { 403: "error.forStaff", 422: "error.refused", 500: "error.body", 503: "error.busy" } as const;
const NEXT = { 403: "error.forEverybody", 422: "data.reset", 500: "error.again", 503: "error.again" } as const;

/** The error page. */
export function Failure({ status, detail, next }: Props) {
  const { say } = useText();
  return (
    <Notice
      title={say("error.title")}
      actions={
        <>
          <a href={next} className="button button-main">
            {say(NEXT[status])}
          </a>
          <PageLink to="/" className="button">
            {say("nav.overview")}
          </PageLink>
        </>
      }
    >
      <p>{say(BODY[status])}</p>
      <p className="text-sm">{say("error.detail", { status, detail })}</p>
    </Notice>
  );
}
