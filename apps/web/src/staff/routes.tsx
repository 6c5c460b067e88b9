import { type AnyRoute, createRoute, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";
import {
  parseDraft,
  parseFigure,
  parseStart,
  parseStatement,
  parseSubmission,
  searchValidator,
} from "../address/search.ts";

type Load<N extends string> = () => Promise<Record<N, () => unknown>>;
/** A lazily loaded page component, in a chunk of its own. */
const lazyPage = <N extends string>(name: N, load: Load<N>) => lazyRouteComponent(load, name) as RouteComponent;

/** The routes of the staff app. */
export function staffRoutes<Root extends AnyRoute>(root: Root) {
  const area = createRoute({
    getParentRoute: () => root,
    id: "staff-area",
    component: lazyPage("StaffArea", () => import("./session/staff-area.tsx")),
  });
  const page = <P extends string, N extends string>(path: P, name: N, load: Load<N>) =>
    createRoute({ getParentRoute: () => area, path, component: lazyPage(name, load) });
  /** A page whose URL identifies a figure. */
  const figurePage = <P extends string, N extends string>(path: P, name: N, load: Load<N>) =>
    createRoute({
      getParentRoute: () => area,
      path,
      component: lazyPage(name, load),
      validateSearch: searchValidator(parseFigure),
    });
  return [
    createRoute({
      getParentRoute: () => root,
      path: "/set-up",
      component: lazyPage("SetUpPage", () => import("./people/set-up-page.tsx")),
    }),
    area.addChildren([
      page("/staff", "WorkPage", () => import("./work/work-page.tsx")),
      page("/staff/people", "PeoplePage", () => import("./people/people-page.tsx")),
      page("/staff/health", "HealthPage", () => import("./people/health-page.tsx")),
      page("/staff/away", "AwayPage", () => import("./away/away-page.tsx")),
      page("/staff/sessions", "AccountPage", () => import("./people/account-page.tsx")),
      createRoute({
        getParentRoute: () => area,
        path: "/staff/report",
        component: lazyPage("DraftPage", () => import("./report/draft-page.tsx")),
        validateSearch: searchValidator(parseDraft),
      }),
      page("/audit", "AuditPage", () => import("./people/audit-page.tsx")),
      page("/entry", "GridPage", () => import("./entry/grid-page.tsx")),
      createRoute({
        getParentRoute: () => area,
        path: "/entry/statement",
        component: lazyPage("StatementPage", () => import("./entry/statement-page.tsx")),
        validateSearch: searchValidator(parseStatement),
      }),
      createRoute({
        getParentRoute: () => area,
        path: "/entry/publication",
        component: lazyPage("PublicationPage", () => import("./entry/publication-page.tsx")),
        validateSearch: searchValidator(parseStart),
      }),
      page("/entry/verbatim", "VerbatimPage", () => import("./entry/verbatim-page.tsx")),
      page("/entry/enquiries", "EnquiriesPage", () => import("./enquiries/enquiries-page.tsx")),
      createRoute({
        getParentRoute: () => area,
        path: "/entry/import",
        component: lazyPage("ImportPage", () => import("./entry/import-page.tsx")),
        validateSearch: searchValidator(parseStart),
      }),
      figurePage("/entry/$code/$year", "FigurePage", () => import("./entry/figure-page.tsx")),
      figurePage("/sheet/$code/$area/$year", "SheetPage", () => import("./entry/sheet-page.tsx")),
      page("/submissions", "SubmissionsPage", () => import("./entry/submissions-page.tsx")),
      createRoute({
        getParentRoute: () => area,
        path: "/submissions/$id",
        component: lazyPage("SubmissionPage", () => import("./entry/submission-page.tsx")),
        validateSearch: searchValidator(parseSubmission),
      }),
      page("/review", "QueuePage", () => import("./review/queue-page.tsx")),
      page("/review/$id", "ReviewPage", () => import("./review/review-page.tsx")),
      page("/scheduled", "ScheduledPage", () => import("./review/scheduled-page.tsx")),
      page("/review/limits", "LimitsPage", () => import("./review/limits-page.tsx")),
      page("/delegations", "DelegationsPage", () => import("./review/delegations-page.tsx")),
    ]),
  ] as const;
}
