import { useText } from "../../text/text.tsx";
import { QrCode } from "../../ui/qr-code.tsx";

/** The URL of the page in print, as text and QR code. */
export function PrintedAddress({ address }: { address: string }) {
  const { say } = useText();
  return (
    <p className="hidden items-center gap-3 text-[8.5pt] print:flex">
      <QrCode text={address} label={say("print.code")} className="size-[15mm]" />
      <span className="wrap-anywhere">{address}</span>
    </p>
  );
}
