import { spawnSync } from "node:child_process";

/** Whether a program is here and may do what it is asked for. */
export const works = (program: string, args: string[]): boolean =>
  spawnSync(program, args, { stdio: "ignore" }).status === 0;
