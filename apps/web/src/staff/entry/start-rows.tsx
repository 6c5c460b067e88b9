import { COUNTRY } from "@moc2030/shared/figure/country";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { RadioGroup, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/section.tsx";
import type { Cells } from "./work-rows.ts";

type Props = { indicator: string; onStart: (rows: Cells[]) => void };

/** Begins a table by hand: one year of an indicator, for the country or each ASEAN member that has figures already. */
export function StartRows({ indicator, onStart }: Props) {
  const { say } = useStaffText();
  const view = useView();
  const [year, setYear] = useState("");
  const [which, setWhich] = useState<"country" | "all">("country");
  const found = useQuery({ ...api.indicatorPeers(view, indicator), enabled: which === "all" });
  const areas = [...new Set(found.data?.items.map(({ refArea }) => refArea) ?? [])].sort();
  const isYear = /^\s*\d{4}\s*$/.test(year);
  const isReady = isYear && (which === "country" || areas.length > 0);
  const start = () => {
    const row = (area: string) => ({ INDICATOR: indicator, REF_AREA: area, TIME_PERIOD: year.trim(), OBS_VALUE: "" });
    onStart((which === "country" ? [COUNTRY] : areas).map(row));
  };
  return (
    <Section title={say("typed.title")} look="text-xl" className="mt-10 max-w-xl space-y-4">
      <p className="text-sm text-soft">{say("typed.body")}</p>
      <TextField
        id="start-year"
        label={say("start.year")}
        inputMode="numeric"
        value={year}
        onChange={setYear}
        className="num max-w-32"
      />
      <RadioGroup
        name="start-areas"
        legend={say("field.refArea")}
        choices={(["country", "all"] as const).map((value) => ({ value, label: say(`start.areas.${value}`) }))}
        value={which}
        onChange={setWhich}
      />
      <Button aria-disabled={!isReady} onClick={() => isReady && start()}>
        {say("start.do")}
      </Button>
    </Section>
  );
}
