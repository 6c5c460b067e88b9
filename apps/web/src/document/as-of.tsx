import { numericDay } from "@moc2030/shared/text/written-day";
import { useAddress } from "../address/address.ts";
import { PageLink, SamePageLink } from "../address/page-link.tsx";
import { NOW } from "../address/read-point.ts";
import { useText } from "../text/text.tsx";
import { DayField } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { day } from "../words/format.ts";
import { GetForm } from "./get-form.tsx";

const clock = (
  <Icon>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.5V10l3 2" />
  </Icon>
);

/** The last days of the five years before that of `today`, newest first. */
const yearEnds = (today: string) => [1, 2, 3, 4, 5].map((back) => `${Number(today.slice(0, 4)) - back}-12-31`);

/** Form for the as-of date, and links to the days that are asked for most. */
export function AsOfControl({ asOf, today }: { asOf: string | undefined; today: string }) {
  const { say } = useText();
  // Before its own day a release is nowhere.
  const isOfRelease = /^\/releases\/\d/.test(useAddress().path);
  return (
    <Menu
      label={say("asOf.open")}
      button={
        <>
          {clock}
          <span className="hidden min-[24rem]:inline md:hidden">{say("asOf.short")}</span>{" "}
          <span className="hidden md:inline">{say("asOf.open")}</span>
        </>
      }
    >
      <GetForm own={["asOf", "release"]} className="sm:w-80">
        <DayField
          id="as-of-day"
          name="asOf"
          label={say("asOf.label")}
          hint={say("asOf.hint")}
          required
          defaultValue={numericDay(asOf ?? today)}
        />
        <button type="submit" className="button button-main mt-3">
          {say("asOf.show")}
        </button>
      </GetForm>
      {isOfRelease ? null : (
        <>
          <p id="as-of-quick" className="mt-4 text-sm text-soft">
            {say("asOf.quick")}
          </p>
          <ul aria-labelledby="as-of-quick" className="flex flex-wrap gap-x-4 sm:w-80">
            {yearEnds(today).map((end) => (
              <li key={end}>
                <SamePageLink
                  change={{ ...NOW, asOf: end }}
                  aria-current={end === asOf ? "true" : undefined}
                  className="inline-flex min-h-11 items-center aria-[current=true]:font-semibold"
                >
                  {numericDay(end)}
                </SamePageLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Menu>
  );
}

type BannerProps = {
  asOf: string;
  /** The release that the address names; `asOf` is its day. */
  release: number | undefined;
  today: string;
  /** Indicator code of the page, to compare its figures only. */
  indicator: string | undefined;
};

/** Banner of a past day or a release, with links to the differences and back to today. */
export function AsOfBanner({ asOf, release, today, indicator }: BannerProps) {
  const { say, lang } = useText();
  const isToCome = asOf > today;
  const [title, note] = isToCome
    ? (["asOf.toCome", "asOf.toComeNote"] as const)
    : release === undefined
      ? (["asOf.banner", "asOf.bannerNote"] as const)
      : (["asOf.release", "asOf.releaseNote"] as const);
  return (
    <div role="status" data-as-of={asOf} className="sticky top-0 z-20 border-b border-line bg-accent-tint text-ink">
      <div className="shell flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
        <span className="flex items-center gap-2 text-accent">
          {clock}
          <strong className="text-ink">{say(title, { day: day(asOf, lang), id: release ?? "" })}</strong>
        </span>{" "}
        <span className="text-soft">{say(note)}</span>{" "}
        <span className="no-print flex flex-wrap gap-x-5 sm:ms-auto">
          {asOf < today ? (
            <PageLink
              to="/releases/compare"
              search={{ ...NOW, from: asOf, indicator }}
              hash="differences"
              className="inline-flex min-h-9 items-center font-semibold"
            >
              {say("asOf.compare")}
            </PageLink>
          ) : null}{" "}
          <SamePageLink change={NOW} className="inline-flex min-h-9 items-center font-semibold">
            {say("asOf.back")}
          </SamePageLink>
        </span>
      </div>
    </div>
  );
}
