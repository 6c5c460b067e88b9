import type { ReleaseRef } from "@moc2030/shared/release";
import { useRouter } from "@tanstack/react-router";
import type { PictureWords } from "./charts/standalone.ts";
import { dayOfInstant } from "./format.ts";
import { pictureFonts } from "./picture-fonts.ts";
import { stringifySearch } from "./search.ts";
import { usePageText } from "./text/page-text.tsx";

type Facts = {
  title: string;
  description: string;
  /** The indicator with its unit. */
  subtitle: string;
  sources: string;
  release: ReleaseRef | null;
};

/** What a chart's picture says of itself on a page: with a permalink that shows the same figures for ever, those known on the day of the release. */
export function usePicture({ title, description, subtitle, sources, release }: Facts) {
  const { say, lang } = usePageText();
  const router = useRouter();
  // Asked for when a picture is made: to follow the address would draw the page's part anew at each of its steps.
  const permalink = () => {
    const { pathname, search } = router.state.location;
    const day = release
      ? new Date(Date.parse(release.publishedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
      : undefined;
    return `${location.origin}${pathname}${stringifySearch({ asOf: day, ...search, tab: undefined })}`;
  };
  const words = (): PictureWords => ({
    title,
    description,
    subtitle,
    footer: [
      say("picture.source", { sources }),
      ...(release ? [say("picture.release", { id: release.id, day: dayOfInstant(release.publishedAt, lang) })] : []),
      permalink(),
    ],
  });
  const labels = { png: say("picture.png"), svg: say("picture.svg"), failed: say("picture.failed") };
  return { words, labels, fonts: pictureFonts };
}
