import { memo, type ReactElement, Suspense } from "react";
import { inUse } from "../ui/in-use.ts";
import { lazyInBrowser } from "../ui/lazy-in-browser.ts";
import { useLate } from "../ui/use-late.ts";
import type { ReaderProps } from "./reader.tsx";

// Remembered: drawing the picture leaves its reader as it is until then.
const Reader = memo(
  lazyInBrowser(async () => {
    await inUse();
    return import("./reader.tsx");
  }),
);

/** The reader of a picture. It comes when somebody uses the page, and changes once the picture has been painted: nobody touches it sooner. */
export function LateReader({ reader }: { reader: ReaderProps }): ReactElement | null {
  const late = useLate<ReaderProps | null>(reader, null);
  return (
    late && (
      <Suspense>
        <Reader {...late} />
      </Suspense>
    )
  );
}
