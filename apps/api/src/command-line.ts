import { parseArgs } from "node:util";
import { isDiskFull } from "./db/database.ts";

export const usage = `Commands:
  start          serve the pages and the API (npm start, or ./moc2030 start)
  migrate        create the database, or bring its tables up to date
  seed           load data/seed (what changed since the last load becomes one release)
  seed:check     check data/seed without a database
  staff:add --email ADDRESS --name NAME --role contributor|reviewer|administrator
                 add somebody and print the link with which they set password and second factor
  staff:reset --email ADDRESS
                 end somebody's password, second factor and sessions, and print a new link
  verify [--head HASH]
                 check figures, decisions, people and evidence against the audit, and the audit itself; with the
                 hash of an audit row kept elsewhere (16 characters or more) also that nothing up to it was cut off
  backup DIR [--keep]
                 copy figures, sign-in and evidence to DIR while the server runs; with --keep into a folder of DIR
                 named by day and time, of which 14 days, 8 weeks, 12 months and the last of each version stay
  restore DIR    put a backup into an empty place; a damaged one is refused
  restore:test DIR
                 restore the newest backup that --keep made in DIR to a temporary place, and verify it
  help           print this`;

/** Options, positional arguments and flags per command; all required except `head` and flags. */
const commandArgs = {
  help: {},
  migrate: {},
  seed: {},
  "seed:check": {},
  "staff:add": { options: ["email", "name", "role"] },
  "staff:reset": { options: ["email"] },
  verify: { options: ["head"] },
  backup: { places: ["DIR"], flags: ["keep"] },
  restore: { places: ["DIR"] },
  "restore:test": { places: ["DIR"] },
} satisfies Record<string, Expected>;
type Expected = { options?: string[]; places?: string[]; flags?: string[] };

export type CommandName = keyof typeof commandArgs;
export type Args = { [name: string]: string };

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandArgs, name);

/** Parses a command line; errors come with the reason and the usage. */
export function readCommand(
  line: readonly string[],
): { ok: true; command: CommandName; given: Args } | { ok: false; reason: string } {
  const [command = "", ...args] = line;
  if (!isCommand(command)) return { ok: false, reason: usage };
  const { options = [], places = [], flags = [] }: Expected = commandArgs[command];
  const refused = (why: string) => ({ ok: false, reason: `${command}: ${why}\n${usage}` }) as const;

  const known = Object.fromEntries([
    ...options.map((name) => [name, { type: "string", multiple: true }] as const),
    ...flags.map((name) => [name, { type: "boolean" }] as const),
  ]);
  const parse = () => parseArgs({ args, options: known, allowPositionals: true, strict: true });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    return refused((error as Error).message);
  }
  const { positionals } = parsed;
  const values = parsed.values as Record<string, string[] | true | undefined>;

  const given: Args = {};
  if (positionals.length > places.length) return refused(`${positionals[places.length]} is not expected`);
  for (const [index, place] of places.entries()) {
    const value = positionals[index];
    if (!value) return refused(`${place} is missing`);
    given[place] = value;
  }
  for (const name of options) {
    const [value, second] = [values[name] ?? []].flat() as string[];
    if (second !== undefined) return refused(`--${name} is given twice`);
    if (value) given[name] = value;
    else if (name !== "head" || value === "") return refused(`--${name} is missing`);
  }
  for (const name of flags) if (values[name]) given[name] = "yes";
  return { ok: true, command, given };
}

/** What a command says of an unforeseen error; `places` are where it writes, `ran` the account that it runs as. */
export function reasonOf(
  error: unknown,
  places: readonly string[],
  ran: { account: string; ownsData: boolean },
): string {
  if (isDiskFull(error)) return `The disk is full, under ${places.join(" or ")}; nothing was changed.`;
  if (["EACCES", "EPERM", "EROFS"].includes((error as { code?: string }).code ?? "")) {
    const whose = ran.ownsData
      ? ", the account of the data"
      : ": run it as root or as moc2030, the account of the data";
    return `${(error as Error).message}; this ran as user ${ran.account}${whose}`;
  }
  return String(error);
}
