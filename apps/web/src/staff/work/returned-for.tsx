import { COUNTRY } from "@moc2030/shared/figure/country";
import { useQuery } from "@tanstack/react-query";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";
import { useStaffText } from "../../text/staff-text.tsx";
import { freshRead } from "../session/client.ts";
import { useAreaName } from "../submissions/area-name.ts";
import { submissionRead } from "../submissions/reads.ts";
import { SinceMark } from "../submissions/since.tsx";

/** The reviewer's reasons for what went back: for all of it and for single figures, with what was changed since. */
export function ReturnedFor({ id }: { id: number }) {
  const { say } = useStaffText();
  const areaName = useAreaName();
  const submission = useQuery({ ...submissionRead(id), ...freshRead }).data;
  const indicators = useQuery(api.indicators(useView())).data?.items ?? [];
  const last = submission?.reviews.findLast(({ items }) => items.some(({ outcome }) => outcome === "return"));
  if (!submission || !last) return null;
  const figures = last.items.flatMap(({ item, reason }) => {
    const figure = reason ? submission.items.find((one) => one.id === item) : undefined;
    return figure ? [{ figure, reason }] : [];
  });
  return (
    <div className="w-full space-y-1 border-s-4 border-line-strong ps-4 text-sm">
      <p>
        <strong>{say("reviews.ownReason", { name: last.reviewer.name })}</strong>
        {last.reason ? <span className="block whitespace-pre-line">{last.reason}</span> : null}
      </p>
      <ul className="space-y-1">
        {figures.map(({ figure, reason }) => (
          <li key={figure.id}>
            {indicators.find(({ code }) => code === figure.indicator)?.shortName ?? figure.indicator},{" "}
            {figure.refArea === COUNTRY ? "" : `${areaName(figure.refArea)}, `}
            {figure.timePeriod}: <span className="whitespace-pre-line">{reason}</span>{" "}
            <SinceMark since={figure.since} />
          </li>
        ))}
      </ul>
    </div>
  );
}
