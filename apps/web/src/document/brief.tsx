import { hrefOf, useAddress } from "../address/address.ts";
import { keptPoint, NOW } from "../address/read-point.ts";
import { useView } from "../address/view.tsx";
import { useText } from "../text/text.tsx";
import { QrCode } from "../ui/qr-code.tsx";

/** `release`: the one that the page was made of; its kept address names it, or the past day that is shown. */
type Props = { release: number | undefined };

function useKeptAddress({ release }: Props) {
  const { path, search, origin = null } = useAddress();
  return { origin, href: hrefOf(path, { ...search, ...NOW, ...keptPoint(useView(), release) }) };
}

/** On paper, the page's kept address as a QR code beside its title; nothing where the server does not know its origin. */
export function PrintedCode(shown: Props) {
  const { say } = useText();
  const { origin, href } = useKeptAddress(shown);
  if (origin === null) return null;
  return (
    <div className="float-end ms-3 hidden print:block">
      <QrCode text={origin + href} label={say("print.code")} className="size-[15mm]" />
    </div>
  );
}

/** On paper, the page's kept address; the path alone where the server does not know its origin. */
export function PrintedAddress(shown: Props) {
  const { origin, href } = useKeptAddress(shown);
  return (
    <p className="hidden text-xs wrap-anywhere print:block">
      {origin}
      {href}
    </p>
  );
}

/** Prints the page, which is made for one sheet of A4. */
export function PrintButton() {
  const { say } = useText();
  return (
    <button type="button" data-print className="button needs-script">
      {say("print.page")}
    </button>
  );
}
