import type { Page } from "../document/page.ts";
import { about } from "./about/page.tsx";
import { body } from "./bodies/body-page.tsx";
import { bodyList } from "./bodies/list-page.tsx";
import { compare } from "./compare/page.tsx";
import { corrections } from "./corrections/page.tsx";
import { data } from "./data/page.tsx";
import { follow } from "./follow/page.tsx";
import { explanation } from "./indicators/explanation-page.tsx";
import { indicator } from "./indicators/indicator-page.tsx";
import { indicatorList } from "./indicators/list-page.tsx";
import { target } from "./indicators/target-page.tsx";
import { overview } from "./overview/page.tsx";
import { days } from "./releases/days-page.tsx";
import { ledger } from "./releases/ledger-page.tsx";
import { release } from "./releases/release-page.tsx";
import { report } from "./report/page.tsx";
import { searchPage } from "./search/page.tsx";
import { strategy } from "./strategy/page.tsx";

/** Every public page. */
export const pages: readonly Page<object, unknown>[] = [
  overview,
  indicatorList,
  indicator,
  explanation,
  target,
  bodyList,
  body,
  compare,
  data,
  strategy,
  ledger,
  days,
  release,
  corrections,
  report,
  follow,
  searchPage,
  about,
];
