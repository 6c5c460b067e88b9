import { type ComponentProps, useMemo } from "react";
import { ExplorerChart } from "../../charts/explorer-chart.tsx";
import { useText } from "../../text/text.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { areaOptions } from "../../words/area-options.ts";
import { type ExplorerParts, useExplorer } from "./explorer-parts.ts";
import { pinsWith } from "./state.ts";

/** The interactive chart: pins and zoom are written to the URL. */
export function Chart(props: ComponentProps<ExplorerParts["Chart"]>) {
  const explorer = useExplorer();
  const { pins = [] } = props;
  if (!explorer) return null;
  const onPin = (area: string) => explorer.onShow({ pins: pinsWith(pins, area) });
  const onYears = (from: number, to: number) => explorer.onShow({ from, to });
  return <ExplorerChart {...props} firstWidth={explorer.firstWidth} onPin={onPin} onYears={onYears} />;
}

/** Combobox for an economy, which matches any of its names, with or without accents. */
export function Picker({ areas, onChoose }: ComponentProps<ExplorerParts["Picker"]>) {
  const { say, lang } = useText();
  const options = useMemo(() => areaOptions(areas, lang), [areas, lang]);
  return (
    <Combobox label={say("compare.add")} placeholder={say("compare.addHint")} options={options} onChoose={onChoose} />
  );
}
