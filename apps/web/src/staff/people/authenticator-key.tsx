import { useStaffText } from "../../text/staff-text.tsx";
import { QrCode } from "../../ui/qr-code.tsx";

/** What an authenticator takes up: a QR code, and the key to type. */
export function AuthenticatorKey({ totpUri }: { totpUri: string }) {
  const { say } = useStaffText();
  const key = new URL(totpUri).searchParams.get("secret") ?? "";
  return (
    <>
      <p className="mt-1 text-sm text-soft">{say("setUp.factorBody")}</p>
      <QrCode text={totpUri} label={say("setUp.qr")} className="mt-4 size-56 rounded-[4px] border border-line" />
      <p className="mt-2 text-sm">
        {say("setUp.key")}:{" "}
        <code className="font-mono font-semibold break-all">{key.match(/.{1,4}/g)?.join(" ") ?? key}</code>
      </p>
    </>
  );
}
