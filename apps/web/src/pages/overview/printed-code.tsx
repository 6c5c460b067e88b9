import { useText } from "../../text/text.tsx";
import { QrCode } from "../../ui/qr-code.tsx";

/** In print, the URL of the page as a QR code beside its title: a row of its own would take what the sheet has left. */
export function PrintedCode({ address }: { address: string }) {
  const { say } = useText();
  return (
    <div className="float-end hidden print:block">
      <QrCode text={address} label={say("print.code")} className="size-[15mm]" />
    </div>
  );
}
