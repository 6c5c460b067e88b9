import { useLocation, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useView } from "./view.tsx";

/** What tells that somebody is there. */
const SIGNS = ["pointermove", "pointerdown", "keydown"];

/** A reader who has been at an address for this long stays there for a while. */
const REST_MS = 1_000;

/** Whether the reader has asked the browser for as little traffic as can be. */
const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/**
 * Fetches what one press would make of the page that a reader uses: the same in the other language and, on a past day, as
 * it is now. A finger gives no notice before it presses, as a pointer does. The first view costs nothing more for it.
 */
export function FetchedAhead() {
  const router = useRouter();
  const address = useLocation({ select: ({ href }) => href });
  const { lang, asOf } = useView();
  const [isInUse, setIsInUse] = useState(false);
  useEffect(() => {
    const begin = () => setIsInUse(true);
    for (const sign of SIGNS) addEventListener(sign, begin, { once: true, passive: true });
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, begin);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says that the reader has gone on
  useEffect(() => {
    if (!isInUse || savesData()) return;
    const others = [{ lang: lang === "vi" ? ("en" as const) : undefined }, ...(asOf ? [{ asOf: undefined }] : [])];
    const resting = setTimeout(() => {
      // One that fails is fetched again, and its failure told, once the reader asks for it.
      for (const other of others)
        void router.preloadRoute({ to: ".", search: (now) => ({ ...now, ...other }) }).catch(() => {});
    }, REST_MS);
    return () => clearTimeout(resting);
  }, [router, address, lang, asOf, isInUse]);
  return null;
}
