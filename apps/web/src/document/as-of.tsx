import { useAddress } from "../address/address.ts";
import { PageLink, SamePageLink } from "../address/page-link.tsx";
import { useText } from "../text/text.tsx";
import { Menu } from "../ui/menu.tsx";
import { day } from "../words/format.ts";
import { HiddenFields } from "./hidden-fields.tsx";

const clock = (
  <svg
    viewBox="0 0 20 20"
    className="size-5 shrink-0"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    aria-hidden="true"
  >
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.5V10l3 2" />
  </svg>
);

/** Asks for the day whose figures are to be shown. */
export function AsOfControl({ asOf, today }: { asOf: string | undefined; today: string }) {
  const { say } = useText();
  const { path, search } = useAddress();
  return (
    <Menu
      label={say("asOf.open")}
      button={
        <>
          {clock}
          <span className="hidden md:inline">{say("asOf.open")}</span>
        </>
      }
    >
      <form method="get" action={path} className="sm:w-72">
        <HiddenFields search={search} before="asOf" />
        <label className="block text-sm font-semibold" htmlFor="as-of-day">
          {say("asOf.label")}
        </label>
        <p className="mt-1 text-xs text-soft" id="as-of-hint">
          {say("asOf.hint")}
        </p>
        <div className="mt-3 flex gap-2">
          <input
            key={asOf}
            id="as-of-day"
            name="asOf"
            type="date"
            required
            max={today}
            defaultValue={asOf ?? today}
            aria-describedby="as-of-hint"
            className="min-h-11 min-w-0 flex-1 rounded-[4px] border border-line-strong bg-page px-2 text-sm"
          />
          <button type="submit" className="button button-main">
            {say("asOf.show")}
          </button>
        </div>
        <HiddenFields search={search} after="asOf" />
      </form>
    </Menu>
  );
}

type BannerProps = {
  asOf: string;
  today: string;
  /** The indicator that the page is of, where it is of one: its figures alone are then compared. */
  indicator: string | undefined;
};

/** Stays in sight while another day's figures are shown, with the way to what differs now and the way back. */
export function AsOfBanner({ asOf, today, indicator }: BannerProps) {
  const { say, lang } = useText();
  const isToCome = asOf > today;
  return (
    <div role="status" className="sticky top-0 z-20 border-b border-line bg-accent-tint text-ink">
      <div className="shell flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
        <span className="flex items-center gap-2 text-accent">
          {clock}
          <strong className="text-ink">
            {say(isToCome ? "asOf.toCome" : "asOf.banner", { day: day(asOf, lang) })}
          </strong>
        </span>
        <span className="hidden text-soft sm:inline">{say(isToCome ? "asOf.toComeNote" : "asOf.bannerNote")}</span>
        <span className="no-print flex flex-wrap gap-x-5 sm:ms-auto">
          {asOf < today ? (
            <PageLink
              to="/releases/compare"
              search={{ asOf: undefined, from: asOf, indicator }}
              className="inline-flex min-h-9 items-center font-semibold"
            >
              {say("asOf.compare")}
            </PageLink>
          ) : null}
          <SamePageLink change={{ asOf: undefined }} className="inline-flex min-h-9 items-center font-semibold">
            {say("asOf.back")}
          </SamePageLink>
        </span>
      </div>
    </div>
  );
}
