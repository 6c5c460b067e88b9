import type { Drill } from "./place.ts";
import { kill } from "./r01-kill.ts";
import { fsync } from "./r03-fsync.ts";
import { diskFull } from "./r04-disk-full.ts";

export const drills: readonly Drill[] = [kill, fsync, diskFull];
