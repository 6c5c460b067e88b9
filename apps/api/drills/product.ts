import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** How the server and its commands are called. */
export type Product = { name: string; start: string[]; command: string[] };

/** The bundles of a folder, as `npm start` runs them. */
export const bundled = (folder: string): Product => ({
  name: "the built server",
  start: [process.execPath, join(folder, "server.js")],
  command: [process.execPath, join(folder, "cli.js")],
});
/** The unpacked package, with the Node that it brings. */
export const unpacked = (folder: string): Product => ({
  name: "the package",
  start: [join(folder, "moc2030"), "start"],
  command: [join(folder, "moc2030")],
});

const settings = (file: string) => ({
  ...process.env,
  HOST: "127.0.0.1",
  PORT: "0",
  DATABASE_FILE: file,
});

/** A server that runs; `ended` gives its exit code, or the signal that ended it. */
export type Running = {
  origin: string;
  port: number;
  pid: number;
  output: () => string;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<number | NodeJS.Signals>;
};

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

function run(file: string, [program = "", ...args]: string[]) {
  const child = spawn(program, args, { env: settings(file), stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part) => (text += part));
  const ended = once(child, "close").then(([code, signal]) => {
    running.delete(child);
    return (code ?? signal) as number | NodeJS.Signals;
  });
  return { child, output: () => text, ended };
}

/** Starts the server on a database and waits until it serves; `under` are words of a program to run it in. */
export async function start({ start }: Product, file: string, under: string[] = []): Promise<Running> {
  const { child, output, ended } = run(file, [...under, ...start]);
  const listening = () => /Mốc 2030: (http:\/\/127\.0\.0\.1:(\d+))\//.exec(output());
  while (!listening())
    await Promise.race([
      once(child.stdout, "data"),
      ended.then((how) => Promise.reject(new Error(`the server ended with ${how}: ${output()}`))),
    ]);
  const [, origin = "", port] = listening() ?? [];
  return { origin, port: Number(port), pid: child.pid as number, output, ended, kill: (signal) => child.kill(signal) };
}

/** Ends a server and says how it ended. */
export async function stop({ kill, ended }: Running): Promise<number | NodeJS.Signals> {
  kill("SIGTERM");
  return ended;
}

/** Runs a command on a database; `under` as above. */
export async function command({ command }: Product, file: string, args: string[], under: string[] = []) {
  const { output, ended } = run(file, [...under, ...command, ...args]);
  const how = await ended;
  return { how, output: output() };
}
