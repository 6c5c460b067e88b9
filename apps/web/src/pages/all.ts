import type { Page } from "../document/page.ts";
import { about } from "./about/page.tsx";
import { indicator } from "./indicators/indicator-page.tsx";
import { indicatorList } from "./indicators/list-page.tsx";
import { days } from "./releases/days-page.tsx";
import { ledger } from "./releases/ledger-page.tsx";
import { release } from "./releases/release-page.tsx";
import { strategy } from "./strategy/page.tsx";

/** Every public page. */
export const pages: readonly Page<object, unknown>[] = [
  indicatorList,
  indicator,
  strategy,
  ledger,
  days,
  release,
  about,
];
