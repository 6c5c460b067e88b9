import type { Owner } from "@moc2030/shared/page/page";
import type { ReactNode } from "react";
import { useAddress } from "../address/address.ts";
import { PageLink, SamePageLink } from "../address/page-link.tsx";
import { useView } from "../address/view.tsx";
import type { CorrectionNotice } from "../client/api.ts";
import { type TextId, useText } from "../text/text.tsx";
import { AsOfBanner, AsOfControl } from "./as-of.tsx";
import { CorrectionNotices } from "./correction.tsx";
import { SearchControl } from "./search-control.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { UnreadAddress } from "./unread-address.tsx";

const PAGES = [
  { to: "/", text: "nav.overview" },
  { to: "/indicators", text: "nav.indicators" },
  { to: "/bodies", text: "nav.bodies" },
  { to: "/compare", text: "nav.compare" },
  { to: "/data", text: "nav.data" },
  { to: "/strategy", text: "nav.strategy" },
  { to: "/releases", text: "nav.releases" },
] as const satisfies readonly { to: string; text: TextId }[];

/** Whether a path is a page's or below it. */
const isAt = (path: string, page: string) => path === page || (page !== "/" && path.startsWith(`${page}/`));

function Header({ today }: { today: string }) {
  const { say, lang } = useText();
  const { asOf } = useView();
  const { path } = useAddress();
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="shell flex flex-wrap items-center gap-x-3 sm:gap-x-8">
        <PageLink to="/" className="plain flex items-center gap-2.5 py-3 text-lg font-semibold text-ink">
          <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="var(--accent)" />
            <path
              d="M5 24 21 10"
              stroke="var(--accent-ink)"
              strokeWidth="2.5"
              strokeDasharray="1 4.2"
              strokeLinecap="round"
            />
            <path d="m22.5 3 6 6-6 6-6-6z" fill="var(--accent-ink)" />
            <circle cx="6.5" cy="24" r="3" fill="var(--accent-ink)" />
          </svg>
          Mốc 2030
        </PageLink>
        <nav aria-label={say("nav.label")} className="scroll-menu order-last -mx-2 w-full md:order-none md:w-auto">
          <ul className="flex">
            {PAGES.map((page) => (
              <li key={page.to}>
                <PageLink
                  to={page.to}
                  aria-current={isAt(path, page.to) ? "page" : undefined}
                  className="plain relative inline-flex min-h-12 items-center px-1.5 text-sm sm:px-2.5 whitespace-nowrap text-soft hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:after:absolute aria-[current=page]:after:inset-x-1.5 sm:aria-[current=page]:after:inset-x-2.5 aria-[current=page]:after:bottom-0 aria-[current=page]:after:h-[3px] aria-[current=page]:after:bg-accent"
                >
                  {say(page.text)}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ms-auto flex items-center">
          <AsOfControl asOf={asOf} today={today} />
          <ThemeSwitch />
          <SearchControl />
          <SamePageLink
            change={{ lang: lang === "vi" ? "en" : undefined }}
            lang={lang === "vi" ? "en" : "vi"}
            hrefLang={lang === "vi" ? "en" : "vi"}
            className="plain inline-flex min-h-11 items-center rounded-[4px] ps-2.5 text-sm font-semibold"
          >
            <span className="hidden sm:inline">{lang === "vi" ? "English" : "Tiếng Việt"}</span>{" "}
            <span className="sm:hidden">{lang === "vi" ? "EN" : "VI"}</span>
          </SamePageLink>
        </div>
      </div>
    </header>
  );
}

type FooterProps = {
  /** Null where nobody is named; the app of staff, which is not told, leaves it out. */
  owner?: Owner | null | undefined;
  contact: string | null;
};

function Footer({ owner, contact }: FooterProps) {
  const { say, lang } = useText();
  return (
    <footer id="page-end" className="no-print mt-auto border-t border-line bg-surface text-sm text-soft">
      <div className="shell grid gap-x-12 gap-y-3 py-3 md:gap-y-6 md:py-10 md:grid-cols-[2fr_3fr]">
        <div>
          <p className="font-semibold text-ink">Mốc 2030</p>
          <p className="mt-1">{say("footer.what")}</p>
          {owner === undefined ? null : (
            <p className="mt-1 md:mt-3">
              {owner ? (
                <>
                  {say("footer.owner")} <span lang={owner[lang] ? undefined : "vi"}>{owner[lang] ?? owner.vi}</span>
                </>
              ) : (
                say("footer.noOwner")
              )}
            </p>
          )}
          {contact ? (
            <p>
              {say("footer.contact")}{" "}
              <a href={`mailto:${contact}`} className="inline-flex min-h-8 items-center">
                {contact}
              </a>
            </p>
          ) : null}
          <p className="mt-1 flex flex-wrap gap-x-4 md:mt-3">
            <PageLink to="/about" className="inline-flex min-h-8 items-center">
              {say("footer.about")}
            </PageLink>{" "}
            <PageLink to="/follow" className="inline-flex min-h-8 items-center">
              {say("footer.follow")}
            </PageLink>{" "}
            <PageLink to="/corrections" className="inline-flex min-h-8 items-center">
              {say("correction.list")}
            </PageLink>{" "}
            <PageLink to="/report" className="inline-flex min-h-8 items-center">
              {say("report.page")}
            </PageLink>{" "}
            <PageLink to="/staff" className="inline-flex min-h-8 items-center">
              {say("footer.staff")}
            </PageLink>
          </p>
        </div>
        <ul className="space-y-1 text-xs md:space-y-2 md:text-sm">
          <li>{say("footer.terms")}</li>
          <li>{say("footer.sourced")}</li>
          <li>{say("footer.licence")}</li>
        </ul>
      </div>
    </footer>
  );
}

/** Indicator code from the path, so that the banner compares its figures only. */
const INDICATOR = /^\/indicators\/([A-Z0-9_]+)$/;

type FrameProps = Partial<FooterProps> & {
  today: string;
  /** Newest release when the page was rendered, from which live updates start; ignored for a past day. */
  release?: number | null;
  /** Errors of our own on this page, put right a short time ago. */
  corrections?: readonly CorrectionNotice[];
  /** Scheme and host as a reader types them, if the server knows. */
  origin?: string | null;
  children: ReactNode;
};

/** Layout of every page: skip link, header, banners, `<main>`, footer. */
export function Frame({
  today,
  release,
  corrections = [],
  origin = null,
  owner,
  contact = null,
  children,
}: FrameProps) {
  const { say } = useText();
  const { asOf, release: named } = useView();
  const { path } = useAddress();
  return (
    <>
      <a
        href="#content"
        className="button button-main fixed start-2 top-2 z-50 -translate-y-24 focus:translate-y-0 print:hidden"
      >
        {say("nav.skip")}
      </a>
      <Header today={today} />
      {asOf ? <AsOfBanner asOf={asOf} release={named} today={today} indicator={INDICATOR.exec(path)?.[1]} /> : null}
      <UnreadAddress />
      <main
        id="content"
        tabIndex={-1}
        data-release={asOf ? undefined : (release ?? undefined)}
        className="shell pb-4 outline-none md:pb-20 print:pb-0"
      >
        <CorrectionNotices notices={corrections} origin={origin} />
        {children}
      </main>
      <Footer owner={owner} contact={contact} />
    </>
  );
}
