import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "./after-paint.ts";

/**
 * What a part that nobody is waiting for is drawn from: `now` as it was before, and the newest only once all that the
 * reader looks at has been painted. `first` is shown until then at the beginning. `now` must be the same object as long
 * as nothing in it changes.
 */
export function useLate<T>(now: T, first: T): T {
  const [late, setLate] = useState(first);
  useEffect(() => {
    if (!Object.is(late, now)) return afterPaint(() => startTransition(() => setLate(() => now)));
  }, [late, now]);
  return late;
}
