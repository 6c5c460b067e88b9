import { type ComponentType, createContext, use } from "react";
import type { ComparisonFigures } from "../../charts/comparison-state.ts";
import type { ChartFrame } from "../../charts/model.ts";
import type { CompareSearch } from "./search.ts";

type PickerProps = {
  areas: readonly { code: string; name: string; kind: string }[];
  onChoose: (area: string) => void;
};

/** What the explorer puts in the place of the document's own parts, and what these ask of it. */
export type ExplorerParts = {
  Chart: ComponentType<ComparisonFigures & ChartFrame>;
  /** Finds an economy by any of its names. */
  Picker: ComponentType<PickerProps>;
  /** Of the drawing that the explorer has replaced. */
  firstWidth: number;
  /** Shows the page with another query. */
  onShow: (change: Partial<CompareSearch>) => void;
  onClose: () => void;
};

/** The explorer around a part of the page; null in a document. */
export const ExplorerContext = createContext<ExplorerParts | null>(null);
export const useExplorer = (): ExplorerParts | null => use(ExplorerContext);
