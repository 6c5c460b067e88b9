import { type ReactNode, useState } from "react";

/**
 * Something that is shown at times and slow to draw: drawn when it is first wanted, and from then on put out of sight
 * instead of taken down, as wide as before.
 */
export function Kept({ isShown, children }: { isShown: boolean; children: ReactNode }) {
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  if (!wasShown) return null;
  return (
    <div className={isShown ? undefined : "invisible h-0 overflow-hidden"} inert={!isShown}>
      {children}
    </div>
  );
}
