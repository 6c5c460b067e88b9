import type { Page } from "../document/page.ts";
import { about } from "./about/page.tsx";
import { strategy } from "./strategy/page.tsx";

/** Every public page. */
export const pages: readonly Page<object, unknown>[] = [strategy, about];
