import { type ReactElement, useEffect, useRef, useState } from "react";
import { pngOf, saveFile } from "./picture-files.ts";
import { type PictureFont, type PictureWords, standaloneSvg } from "./standalone.ts";

type Kind = "svg" | "png";

type Props = {
  /** The chart once more, with a fixed width: a picture is as wide on a phone as on a desk. Drawn only when asked for. */
  chart: ReactElement;
  /** What is written on the picture, asked for when it is made. */
  words: () => PictureWords;
  /** The fonts that go into the picture. */
  fonts: () => Promise<readonly PictureFont[]>;
  /** The file's name without its ending. */
  name: string;
  labels: Record<Kind, string> & { failed: string };
};

/** How large a chart is drawn in a picture, in pixels of the file. */
export const PICTURE = { width: 912, height: 500 } as const;

/** Milliseconds that a chart has to come and draw itself. */
const PATIENCE = 5000;

/** Buttons that give a chart as SVG and as PNG with two pixels for one. */
export function TakeAway({ chart, words, fonts, name, labels }: Props): ReactElement {
  const [wanted, setWanted] = useState<Kind | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ words, fonts, name });
  useEffect(() => {
    latest.current = { words, fonts, name };
  });

  useEffect(() => {
    if (wanted === null) return;
    let isOver = false;
    const make = async () => {
      const drawn = await untilDrawn(box, () => isOver);
      if (!drawn || isOver) return;
      const { svg, width, height } = standaloneSvg(drawn, latest.current.words(), await latest.current.fonts());
      const blob = wanted === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pngOf(svg, width, height);
      saveFile(blob, `${latest.current.name}.${wanted}`);
    };
    make()
      .catch(() => setHasFailed(true))
      .finally(() => setWanted(null));
    return () => {
      isOver = true;
    };
  }, [wanted]);

  return (
    <>
      {(["png", "svg"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button"
          aria-disabled={wanted !== null}
          onClick={() => {
            setHasFailed(false);
            setWanted(kind);
          }}
        >
          {labels[kind]}
        </button>
      ))}
      <span role="status" className="self-center text-sm text-soft">
        {hasFailed ? labels.failed : ""}
      </span>
      {wanted ? (
        // Left of everything: there it makes no page wider.
        <div ref={box} className="fixed top-0 -left-[4000px] w-[1000px]" aria-hidden="true" inert>
          {chart}
        </div>
      ) : null}
    </>
  );
}

/** The drawing in a box; the chart may have to be fetched first. */
async function untilDrawn(
  box: { current: HTMLDivElement | null },
  isOver: () => boolean,
): Promise<SVGSVGElement | null> {
  const began = performance.now();
  while (!isOver()) {
    const svg = box.current?.querySelector("svg");
    if (svg) return svg;
    if (performance.now() - began > PATIENCE) throw new Error("The chart was not drawn");
    await new Promise((done) => setTimeout(done, 60));
  }
  return null;
}
