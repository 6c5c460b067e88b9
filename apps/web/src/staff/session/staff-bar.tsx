import type { Action } from "@moc2030/shared/actions";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useLayoutEffect, useRef } from "react";
import { type StaffTextId, useStaffText } from "../../text/staff-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { type Me, paths, send, sessionRead, staffRead } from "./client.ts";
import { mayDo } from "./me.ts";
import { setPageUser } from "./page-user.ts";

const PAGES = [
  { to: "/staff", text: "staffNav.work", needs: "session.own" },
  { to: "/entry", text: "staffNav.entry", needs: "entry.read" },
  { to: "/submissions", text: "staffNav.submissions", needs: "submission.write" },
  { to: "/review", text: "staffNav.review", needs: "review.decide" },
  { to: "/scheduled", text: "staffNav.scheduled", needs: "submission.read" },
  { to: "/staff/report", text: "staffNav.report", needs: "entry.read" },
  { to: "/delegations", text: "staffNav.delegations", needs: "submission.read" },
  { to: "/staff/away", text: "staffNav.away", needs: "submission.read" },
  { to: "/staff/people", text: "staffNav.people", needs: "staff.manage" },
  { to: "/staff/health", text: "staffNav.health", needs: "health.read" },
  { to: "/audit", text: "staffNav.audit", needs: "audit.read" },
] as const satisfies { to: string; text: StaffTextId; needs: Action }[];

/** Staff navigation and user menu. */
export function StaffBar({ me }: { me: Me }) {
  const { say } = useStaffText();
  const queries = useQueryClient();
  const queue = useQuery({
    ...staffRead(paths.reviews),
    enabled: mayDo(me, "review.decide"),
    refetchInterval: 30_000,
  });
  const waiting = queue.data?.items.filter(({ state, own }) => state === "submitted" && !own).length ?? 0;
  const navigate = useNavigate();
  const nav = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: on each page, where the bar is wider than the screen
  useLayoutEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (nav.current && here)
      nav.current.scrollLeft = here.offsetLeft + (here.offsetWidth - nav.current.clientWidth) / 2;
  }, [path]);
  const signOut = async () => {
    await send(paths.session.$path(), { method: "DELETE", promptsSignIn: false }).catch(() => {});
    setPageUser(null);
    queries.removeQueries({ queryKey: ["staff"] });
    await navigate({ to: "/staff" });
    await queries.invalidateQueries({ queryKey: sessionRead().queryKey });
  };
  return (
    <div className="no-print -mx-4 mb-2 flex flex-wrap items-center gap-x-4 border-b border-line px-4 sm:mx-0 sm:px-0">
      {/* relative: what only screen readers see scrolls along, and does not widen the page. */}
      <nav ref={nav} aria-label={say("staffNav.label")} className="scroll-menu relative -mx-2 min-w-0">
        <ul className="flex">
          {PAGES.filter((page) => mayDo(me, page.needs)).map((page) => (
            <li key={page.to}>
              <Link
                to={page.to}
                activeOptions={{ exact: page.to === "/staff", includeSearch: false }}
                className="plain inline-flex min-h-11 items-center px-2 text-sm whitespace-nowrap text-soft hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:underline-offset-8"
              >
                {say(page.text)}
                {page.to === "/review" && waiting > 0 ? (
                  <span className="num ms-1 inline-block rounded-full bg-accent-tint px-1.5 text-xs font-semibold text-ink">
                    {waiting}
                    <span className="sr-only"> {say("staffNav.waiting")}</span>
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ms-auto">
        <Menu label={say("staffNav.me", { name: me.name })} button={<span className="font-semibold">{me.name}</span>}>
          <p className="text-sm text-soft">{say(me.standsIn ? "staffNav.standsIn" : `role.${me.role}`)}</p>
          <p className="text-sm text-soft">{me.email}</p>
          <p className="mt-3">
            <Link to="/staff/sessions" className="inline-flex min-h-11 items-center text-sm">
              {say("account.title")}
            </Link>
          </p>
          <Button className="mt-1" onClick={() => void signOut()}>
            {say("staffNav.signOut")}
          </Button>
        </Menu>
      </div>
    </div>
  );
}
