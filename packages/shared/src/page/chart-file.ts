/** How a chart is drawn as a file. */
export interface ChartLook {
  readonly lang: "vi" | "en";
  readonly asOf: string | undefined;
  readonly release: number | undefined;
  /** The day on which is judged. */
  readonly referenceDate: string;
  readonly theme: "light" | "dark";
  /** Of the whole picture, in pixels. */
  readonly width: number;
  /** The server's public address, for the link in the picture; empty where it has none. */
  readonly origin: string;
}

/** What a chart shows, in the words of its page's address. */
export type ChartRequest = ChartLook &
  (
    | { readonly page: "indicator"; readonly code: string; readonly milestones: "1" | undefined }
    | {
        readonly page: "compare";
        readonly indicator: string | undefined;
        readonly areas: string[] | undefined;
        readonly from: number | undefined;
        readonly to: number | undefined;
      }
  );

/** Draws a chart as an SVG document; `read` gives the JSON of the API at an address such as `/api/v1/areas?lang=vi`. */
export type DrawChart = (request: ChartRequest, read: (address: string) => Promise<unknown>) => Promise<string>;
