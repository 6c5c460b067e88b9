import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { useStaffText } from "../../text/staff-text.tsx";
import type { dueCells } from "./due-cells.ts";
import { type Colleagues, WantedFigure } from "./wanted-figure.tsx";
import { YearLinks } from "./year-links.tsx";

/** Due figures as panels, and the final figures that are awaited by indicator, with those that are overdue. */
export function DueLists({ figures, finals, colleagues }: ReturnType<typeof dueCells> & { colleagues: Colleagues }) {
  const { say } = useStaffText();
  return (
    <>
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {figures.map(({ row, cell }) => (
          <WantedFigure key={`${row.indicator} ${cell.timePeriod}`} row={row} cell={cell} colleagues={colleagues} />
        ))}
      </ul>
      {finals.length > 0 ? (
        <>
          <h3 className="mt-8 text-base">{say("wanted.finals")}</h3>
          <ul className="mt-2 space-y-2 text-sm">
            {finals.map(({ row: { indicator, name, publisher }, cells }) => {
              const overdue = cells.filter(({ wantedState }) => wantedState === "overdue");
              const others = cells.filter(({ wantedState }) => wantedState !== "overdue");
              return (
                <li key={indicator}>
                  {name}, {shortCompiler(publisher)}: <YearLinks indicator={indicator} cells={others} />
                  {overdue.length > 0 ? (
                    <>
                      <span data-class="danger" className="text-(--status)">
                        {say("cell.finalOverdue")}
                      </span>
                      {": "}
                      <YearLinks indicator={indicator} cells={overdue} />
                    </>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </>
  );
}
