/** Delay before connecting, so as not to compete with the page's own requests. */
const AFTER_MS = 1_500;
/** Reconnect delay after an HTTP error, for which EventSource does not reconnect. */
const AGAIN_MS = 15_000;
/** Name of the lock and channel shared by a browser's tabs. */
const NAME = "moc2030-releases";

/** A page that follows releases. */
export type Follower = {
  /** The newest release on the page; 0 for none. */
  known: () => number;
  /** Called for a newer release; with null when the page becomes visible and may have missed one. */
  onRelease: (release: number | null) => void;
};

type Message = { release: number } | "where";

/**
 * Follows releases while the page is visible; returns a disposer. Browsers allow six HTTP/1.1 connections per host, so
 * all tabs share one stream: the tab with the lock reads it and broadcasts. Without Web Locks (plain HTTP) there is no
 * stream, only null on becoming visible.
 */
export function followReleases({ known, onRelease }: Follower): () => void {
  let heard = 0;
  let leave: (() => void) | undefined;
  let isBack = false;
  const shown = () => Math.max(heard, known());
  function hear(release: number) {
    // To a page without figures the first event is the current state, not news.
    const isNews = shown() > 0 && release > shown();
    heard = Math.max(heard, release);
    if (isNews) onRelease(release);
  }
  function look() {
    if (document.visibilityState === "hidden") {
      leave?.();
      leave = undefined;
      isBack = true;
    } else if (!canShare()) {
      if (isBack) onRelease(null);
    } else leave ??= share(shown, hear);
  }
  const starting = setTimeout(() => {
    document.addEventListener("visibilitychange", look);
    look();
  }, AFTER_MS);
  return () => {
    clearTimeout(starting);
    document.removeEventListener("visibilitychange", look);
    leave?.();
  };
}

const canShare = () =>
  typeof EventSource !== "undefined" && typeof BroadcastChannel !== "undefined" && navigator.locks !== undefined;

/** Joins the shared stream as reader or listener; returns a disposer. */
function share(shown: () => number, hear: (release: number) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  const gone = new AbortController();
  let newest: (() => number) | undefined;
  const tell = (release: number) => channel.postMessage({ release } satisfies Message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data !== "where") hear(data.release);
    else if (newest && newest() > 0) tell(newest());
  };
  channel.postMessage("where" satisfies Message);
  const lead = () =>
    new Promise<void>((done) => {
      newest = shown;
      const close = openStream(shown, (release) => {
        hear(release);
        tell(release);
      });
      gone.signal.addEventListener("abort", () => {
        close();
        done();
      });
    });
  // Aborting rejects the request; expected on disposal.
  navigator.locks.request(NAME, { signal: gone.signal }, lead).catch(() => {});
  return () => {
    gone.abort();
    channel.close();
  };
}

/** A server-sent event stream that reconnects, starting after release `after()`. */
function openStream(after: () => number, onRelease: (release: number) => void): () => void {
  let stream: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    stream = new EventSource(`/api/v1/events?after=${after()}`);
    stream.addEventListener("release", (event) => onRelease((JSON.parse(event.data) as { release: number }).release));
    stream.addEventListener("error", () => {
      if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    });
  };
  open();
  return () => {
    clearTimeout(again);
    stream.close();
  };
}
