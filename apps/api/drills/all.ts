import type { Drill } from "./place.ts";
import { kill } from "./r01-kill.ts";
import { tornWal } from "./r02-torn-wal.ts";
import { fsync } from "./r03-fsync.ts";
import { diskFull } from "./r04-disk-full.ts";
import { backup } from "./r05-backup.ts";
import { slowReaders } from "./r06-slow-readers.ts";
import { writers } from "./r07-writers.ts";
import { stopping } from "./r08-stop.ts";
import { oneFigure } from "./r09-one-figure.ts";
import { badFiles } from "./r10-bad-files.ts";
import { upgrade } from "./r11-upgrade.ts";
import { slowHeaderClients } from "./r12-slow-headers.ts";

export const drills: readonly Drill[] = [
  kill,
  tornWal,
  fsync,
  diskFull,
  backup,
  slowReaders,
  writers,
  stopping,
  oneFigure,
  badFiles,
  upgrade,
  slowHeaderClients,
];
