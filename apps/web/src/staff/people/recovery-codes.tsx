import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Section } from "../../ui/section.tsx";
import { type Answer, paths, send, staffRead } from "../session/client.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";

const codes = paths.session["recovery-codes"];

/** How many recovery codes one has left, and new ones, shown once. */
export function RecoveryCodes() {
  const { say } = useStaffText();
  const left = useQuery(staffRead(codes));
  const [isAsking, setIsAsking] = useState(false);
  const [made, setMade] = useState<readonly string[]>([]);
  const renew = async (code: string) => {
    const { recoveryCodes } = await send<Answer<typeof codes.$post>>(codes.$path(), { method: "POST", json: { code } });
    setMade(recoveryCodes);
  };
  return (
    <Section title={say("recovery.title")} className="mt-12">
      <p role="status" className="mt-1 text-sm">
        {left.data ? say("recovery.left", { n: left.data.left }) : ""}
      </p>
      {made.length > 0 ? (
        <>
          <p className="mt-3 text-sm text-soft">{say("setUp.codesBody")}</p>
          <ol className="num panel mt-3 grid max-w-md grid-cols-2 gap-x-6 gap-y-1 p-4 font-mono text-sm">
            {made.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <p className="no-print mt-3">
            <CopyButton text={made.join("\n")} label={say("setUp.copy")} />
          </p>
        </>
      ) : null}
      <Button className="mt-4" onClick={() => setIsAsking(true)}>
        {say("recovery.renew")}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          ask={{
            title: say("recovery.sure"),
            body: say("recovery.sureBody"),
            action: say("recovery.renew"),
            act: renew,
          }}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </Section>
  );
}
