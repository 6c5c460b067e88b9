import { type ComponentType, createContext, use } from "react";
import type { ComparisonFigures } from "../../charts/comparison-state.ts";
import type { ChartFrame } from "../../charts/model.ts";
import type { CompareSearch } from "./search.ts";

type PickerProps = {
  areas: readonly { code: string; name: string; kind: string }[];
  onChoose: (area: string) => void;
};

/** Components that the explorer substitutes for those of the document, and its callbacks. */
export type ExplorerParts = {
  Chart: ComponentType<ComparisonFigures & ChartFrame>;
  /** Replaces the form that adds an economy. */
  Picker: ComponentType<PickerProps>;
  /** Width in pixels of the server-rendered chart, used until the box is measured. */
  firstWidth: number;
  /** Changes the query and shows the result. */
  onShow: (change: Partial<CompareSearch>) => void;
  onClose: () => void;
};

/** The explorer around a component; null on the server. */
export const ExplorerContext = createContext<ExplorerParts | null>(null);
export const useExplorer = (): ExplorerParts | null => use(ExplorerContext);
