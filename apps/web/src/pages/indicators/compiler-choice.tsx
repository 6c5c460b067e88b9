import { shortCompiler } from "@moc2030/shared/text/compiler-name";
import { SamePageLink } from "../../address/page-link.tsx";
import { useText } from "../../text/text.tsx";

type Props = { makers: readonly { code: string; name: string }[]; chosen: string | undefined; official: string };

/** Selects the compiler of a table, if there are several. */
export function CompilerChoice({ makers, chosen, official }: Props) {
  const { say } = useText();
  if (makers.length < 2) return null;
  const officialFirst = makers.toSorted((a, b) => Number(b.code === official) - Number(a.code === official));
  return (
    <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="text-soft">{say("table.compiler")}</span>
      {officialFirst.flatMap((maker) => [
        " ",
        maker.code === chosen ? (
          <strong key={maker.code}>{shortCompiler(maker.name)}</strong>
        ) : (
          <SamePageLink key={maker.code} change={{ compiler: maker.code === official ? undefined : maker.code }}>
            {shortCompiler(maker.name)}
          </SamePageLink>
        ),
      ])}
    </p>
  );
}
