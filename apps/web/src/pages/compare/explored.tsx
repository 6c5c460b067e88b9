import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, useMemo, useState } from "react";
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
  const [isUsed, setIsUsed] = useState(false);
  // A chunk of its own, for those who look for an economy: the explorer has to stay small.
  const { data: names } = useQuery({
    queryKey: ["area names"],
    queryFn: () => import("@moc2030/shared/text/area-names"),
    enabled: isUsed,
    structuralSharing: false,
  });
  const options = useMemo(() => areaOptions(areas, lang, names), [areas, lang, names]);
  return (
    <Combobox
      label={say("compare.add")}
      placeholder={say("compare.addHint")}
      options={options}
      onFocus={() => setIsUsed(true)}
      onChoose={onChoose}
    />
  );
}
