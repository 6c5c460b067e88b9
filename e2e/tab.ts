import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { findChromium } from "../scripts/chromium.mjs";
import { flags } from "./launch.ts";

type Params = Record<string, unknown>;
type Answer = { id: number; result?: Params; error?: object };
type Heard =
  | { method: "Target.attachedToTarget"; params: { sessionId: string; targetInfo: { type: string } } }
  | { method: "Target.detachedFromTarget"; params: { sessionId: string } }
  | { method: "Network.requestWillBeSent"; params: { request: { url: string } }; sessionId: string };

/** One tab of a browser of its own. Places are in pixels from the corner of the window. */
export type Tab = AsyncDisposable & {
  /** Opens an address, and waits until it has loaded. */
  goto: (address: string) => Promise<void>;
  /** The value of an expression in the page that is shown. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** The same in the page that is being prerendered. */
  evaluateAhead: <T>(expression: string) => Promise<T>;
  /** Paths and queries that prerendered pages have asked for until they were shown. */
  ahead: string[];
  /** Scrolls to an element and lays the pointer on it. */
  point: (selector: string) => Promise<void>;
  /** Presses where the pointer is. */
  press: () => Promise<void>;
};

const LOADED = "new Promise((go) => document.readyState === 'complete' ? go() : addEventListener('load', go))";

/** The DevTools protocol over a pipe: messages end in NUL. What a page is asked and no longer answers is refused. */
function protocol(to: Writable, from: Readable, hear: (event: Heard) => void) {
  const asked = new Map<number, { session: string | undefined; take: (answer: Omit<Answer, "id">) => void }>();
  const take = (message: Answer | Heard) => {
    if ("id" in message) asked.get(message.id)?.take(message);
    else hear(message);
    if (!("method" in message) || message.method !== "Target.detachedFromTarget") return;
    for (const { session, take } of asked.values()) if (session === message.params.sessionId) take({});
  };
  let rest = "";
  from.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) take(JSON.parse(message));
  });
  let id = 0;
  return (method: string, params: Params = {}, sessionId?: string) =>
    new Promise<Params>((resolve, reject) => {
      id += 1;
      const mine = id;
      const settle = ({ result, error }: Omit<Answer, "id">) => {
        asked.delete(mine);
        if (result) resolve(result);
        else reject(new Error(`${method}: ${JSON.stringify(error ?? "the page is gone")}`));
      };
      asked.set(mine, { session: sessionId, take: settle });
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
}

/**
 * Opens a browser that may prerender: Chromium does not for a page with a debugger that does not know its tab, as
 * Playwright's. `setUp` are commands for each page before it runs.
 */
export async function openTab(setUp: [method: string, params: Params][] = []): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), "moc2030-tab-"));
  const quiet = ["extensions", "default-apps", "field-trial-config", "renderer-backgrounding"].map(
    (name) => `--disable-${name}`,
  );
  const asked = ["--headless", "--remote-debugging-pipe", `--user-data-dir=${profile}`, ...quiet, ...flags];
  const browser = spawn(findChromium(), asked, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  /** Sessions with the pages of the tab: the one that is shown, and those that are prerendered. */
  const sessions: string[] = [];
  const ahead: string[] = [];
  let onPage = () => {};
  const firstPage = new Promise<void>((resolve) => {
    onPage = resolve;
  });
  const send = protocol(browser.stdio[3] as Writable, browser.stdio[4] as Readable, (event) => {
    if (event.method === "Target.attachedToTarget" && event.params.targetInfo.type === "page") {
      const session = event.params.sessionId;
      sessions.push(session);
      const all = [["Network.enable", {}], ...setUp, ["Runtime.runIfWaitingForDebugger", {}]] as typeof setUp;
      // A page may be gone before: one of a link that the pointer has only passed.
      void Promise.allSettled(all.map(([method, params]) => send(method, params, session))).then(onPage);
    } else if (event.method === "Target.detachedFromTarget" && sessions.includes(event.params.sessionId)) {
      sessions.splice(sessions.indexOf(event.params.sessionId), 1);
    } else if (event.method === "Network.requestWillBeSent" && event.sessionId !== sessions[0]) {
      const { pathname, search } = new URL(event.params.request.url);
      ahead.push(pathname + search);
    }
  });
  const evaluateIn = async <T>(session: string | undefined, expression: string) => {
    if (!session) throw new Error("There is no such page");
    const given = { expression, returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await send("Runtime.evaluate", given, session);
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return (result as { value: T }).value;
  };
  let place = { x: 0, y: 0 };
  const mouse = (type: string, pressed: Params = {}) =>
    send("Input.dispatchMouseEvent", { type, ...place, ...pressed }, sessions[0]);

  const { targetId } = await send("Target.createTarget", { url: "about:blank", forTab: true });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const follow = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await send("Target.setAutoAttach", follow, sessionId as string);
  await firstPage;

  return {
    ahead,
    async goto(url) {
      await send("Page.navigate", { url }, sessions[0]);
      await evaluateIn(sessions[0], LOADED);
    },
    evaluate: (expression) => evaluateIn(sessions[0], expression),
    evaluateAhead: (expression) => evaluateIn(sessions[1], expression),
    async point(selector) {
      const middle = `(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      })()`;
      place = await evaluateIn(sessions[0], middle);
      await mouse("mouseMoved");
    },
    async press() {
      const pressed = { button: "left", clickCount: 1 };
      await mouse("mousePressed", pressed);
      // The page that is pressed may be gone before it answers.
      await mouse("mouseReleased", pressed).catch(() => {});
    },
    async [Symbol.asyncDispose]() {
      const ended = once(browser, "exit");
      // Asked instead of killed: its other processes would go on writing into the profile.
      await send("Browser.close");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 });
    },
  };
}
