import { PageLink } from "../../address/page-link.tsx";
import * as api from "../../client/api.ts";
import { CorrectionText } from "../../document/correction.tsx";
import { EmptyRelease } from "../../document/empty-release.tsx";
import { FeedLink } from "../../document/feed-link.tsx";
import type { Page, ReadAnswer, Request } from "../../document/page.ts";
import { readAll } from "../../document/read-all.ts";
import { useText } from "../../text/text.tsx";
import { dayOfInstant } from "../../words/format.ts";

type Data = Awaited<ReturnType<typeof load>>;

/** Every error of our own that was put right, for good. */
export const corrections: Page<object, Data> = {
  path: "/corrections",
  parse: () => ({}),
  load,
  head: (_, { say }) => ({ title: say("correction.list"), description: say("correction.body") }),
  Component: CorrectionsPage,
};

function load(read: ReadAnswer, { view }: Request<object>) {
  return readAll(read, { corrections: api.corrections(view), indicators: api.indicators(view) });
}

function CorrectionsPage({ data: { corrections, indicators } }: { data: Data }) {
  const { say, lang } = useText();
  return (
    <>
      <header className="pt-10">
        <nav aria-label={say("breadcrumb")} className="no-print text-sm">
          <PageLink to="/releases">{say("nav.releases")}</PageLink>
        </nav>
        <h1 className="mt-2 text-2xl sm:text-3xl">{say("correction.list")}</h1>
        <p className="measure mt-3 text-soft">{say("correction.body")}</p>
        <p className="no-print mt-2">
          <FeedLink />
        </p>
      </header>
      {corrections.release === null ? (
        <EmptyRelease />
      ) : corrections.items.length === 0 ? (
        <p className="mt-8 border-s-4 border-line-strong ps-4">{say("correction.none")}</p>
      ) : (
        <ol className="mt-8 space-y-4">
          {corrections.items.map((notice) => (
            <li key={notice.id} id={notice.id} className="panel p-4 text-sm sm:p-5">
              <h2 className="mb-2 text-base">
                {dayOfInstant(notice.published.publishedAt, lang)}
                {notice.indicators.map((code, index) => (
                  <span key={code}>
                    {index === 0 ? ": " : ", "}
                    <PageLink to={`/indicators/${code}`}>
                      {indicators.items.find((one) => one.code === code)?.shortName ?? code}
                    </PageLink>
                  </span>
                ))}
              </h2>
              <CorrectionText of={notice} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
