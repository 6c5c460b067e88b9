import { useSuspenseQuery } from "@tanstack/react-query";
import { type Indicator, observations } from "../api.ts";
import { figure } from "../format.ts";
import { useText } from "../text/text.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { useView } from "../view.tsx";
import { peers } from "./peers.ts";

/** Viet Nam among the members of ASEAN, edition by edition. Shows nothing where only Viet Nam has figures. */
export function PeersTable({ indicator }: { indicator: Indicator }) {
  const { say, lang } = useText();
  const { data } = useSuspenseQuery(
    observations(useView(), { indicator: indicator.code, area: "ASEAN", labels: "both" }),
  );
  const { editions, rows } = peers(data.items, indicator.direction);
  const newest = editions.at(-1);
  if (newest === undefined || rows.length < 3) return null;
  const own = rows.find((row) => row.area === "VNM");
  const anyUnverified = rows.some((row) => row.figures.some((o) => o?.confidence === "unverified"));
  return (
    <section aria-labelledby="peers" className="mt-12">
      <h2 id="peers" className="text-xl">
        {own?.position ? say("peers.title", { n: own.position, edition: newest }) : say("peers.titlePlain")}
      </h2>
      <div className="panel mt-4 p-3 sm:p-5">
        <ScrollBox label={say("peers.caption")}>
          <table className="table min-w-[30rem]">
            <caption className="pb-2 text-xs text-soft">{say("peers.caption")}</caption>
            <thead>
              <tr>
                <th scope="col" className="num w-16">
                  {say("peers.position", { edition: newest })}
                </th>
                <th scope="col">{say("peers.economy")}</th>
                {editions.map((year) => (
                  <th key={year} scope="col" className="num">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={row.area}
                  className={row.area === "VNM" ? "bg-accent-tint font-semibold" : undefined}
                  aria-current={row.area === "VNM" ? "true" : undefined}
                >
                  <td className="num">{row.position ?? "–"}</td>
                  <th scope="row" className={row.area === "VNM" ? "" : "font-normal"}>
                    {row.name}
                  </th>
                  {row.figures.map((o, i) => (
                    <td key={editions[i]} className={o?.confidence === "unverified" ? "num text-soft" : "num"}>
                      {o?.value == null ? "–" : figure(o.value, indicator.valueKind, lang, { decimals: o.decimals })}
                      {o?.confidence === "unverified" ? <sup title={say("peers.unverified")}>?</sup> : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        {anyUnverified ? <p className="mt-3 text-xs text-soft">? {say("peers.unverified")}</p> : null}
      </div>
    </section>
  );
}
