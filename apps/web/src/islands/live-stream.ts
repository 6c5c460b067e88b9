/** After this long the page has loaded, and one more connection costs its first view nothing. */
const AFTER_MS = 1_500;
/** How long to wait where the server has refused a stream: unlike a broken one, the browser does not ask for it again. */
const AGAIN_MS = 15_000;
/** The lock and the channel that the tabs of a browser share. */
const NAME = "moc2030-releases";

/** What an open page tells of itself, and what it wants to hear. */
export type Follower = {
  /** The newest release whose figures the page shows; 0 where it shows none. */
  known: () => number;
  /** A release is out that the page does not show yet. Null: whether one is cannot be heard here, and the page has been out of sight. */
  onRelease: (release: number | null) => void;
};

type Message = { release: number } | "where";

/**
 * Hears of releases while the page is in sight; gives the way to stop. A browser has six connections to a server over
 * HTTP/1.1, so all its tabs share one stream: the tab that holds the lock reads it and tells the others. A tab out of
 * sight holds nothing, and asks for what it missed when it is shown. Without Web Locks or channels (plain HTTP from
 * another machine) there is no stream, and a page is told to read again when it comes back into sight.
 */
export function followReleases({ known, onRelease }: Follower): () => void {
  let heard = 0;
  let leave: (() => void) | undefined;
  let isBack = false;
  const shown = () => Math.max(heard, known());
  function hear(release: number) {
    // To a page without figures the first word is where things stand, no news.
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

/** Takes part in the browser's one stream, as its reader or as a listener; gives the way to leave it to the others. */
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
  // Waiting for the lock ends by being let go, which is no error.
  navigator.locks.request(NAME, { signal: gone.signal }, lead).catch(() => {});
  return () => {
    gone.abort();
    channel.close();
  };
}

/** One stream of the server's events, from the release after `after()` on; opened again for as long as it is wanted. */
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
