import { type AnyRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { dropping, parseFigure } from "./search.ts";

/** The pages for staff, each a chunk of its own: nothing of them is in what a public page loads. */
export function staffRoutes<Root extends AnyRoute>(root: Root) {
  const area = createRoute({
    getParentRoute: () => root,
    id: "staff-area",
    component: lazyRouteComponent(() => import("./session/staff-area.tsx"), "StaffArea"),
  });
  const setUp = createRoute({
    getParentRoute: () => root,
    path: "/set-up",
    component: lazyRouteComponent(() => import("./staff/set-up-page.tsx"), "SetUpPage"),
  });
  const grid = createRoute({
    getParentRoute: () => area,
    path: "/entry",
    component: lazyRouteComponent(() => import("./entry/grid-page.tsx"), "GridPage"),
  });
  const table = createRoute({
    getParentRoute: () => area,
    path: "/entry/import",
    validateSearch: dropping(parseFigure),
    component: lazyRouteComponent(() => import("./entry/import-page.tsx"), "ImportPage"),
  });
  const figure = createRoute({
    getParentRoute: () => area,
    path: "/entry/$code/$year",
    validateSearch: dropping(parseFigure),
    component: lazyRouteComponent(() => import("./entry/figure-page.tsx"), "FigurePage"),
  });
  const submissions = createRoute({
    getParentRoute: () => area,
    path: "/submissions",
    component: lazyRouteComponent(() => import("./entry/submissions-page.tsx"), "SubmissionsPage"),
  });
  const submission = createRoute({
    getParentRoute: () => area,
    path: "/submissions/$id",
    component: lazyRouteComponent(() => import("./entry/submission-page.tsx"), "SubmissionPage"),
  });
  const sheet = createRoute({
    getParentRoute: () => area,
    path: "/sheet/$code/$area/$year",
    validateSearch: dropping(parseFigure),
    component: lazyRouteComponent(() => import("./entry/sheet-page.tsx"), "SheetPage"),
  });
  const queue = createRoute({
    getParentRoute: () => area,
    path: "/review",
    component: lazyRouteComponent(() => import("./review/queue-page.tsx"), "QueuePage"),
  });
  const review = createRoute({
    getParentRoute: () => area,
    path: "/review/$id",
    component: lazyRouteComponent(() => import("./review/review-page.tsx"), "ReviewPage"),
  });
  const delegations = createRoute({
    getParentRoute: () => area,
    path: "/delegations",
    component: lazyRouteComponent(() => import("./review/delegations-page.tsx"), "DelegationsPage"),
  });
  const work = createRoute({
    getParentRoute: () => area,
    path: "/staff",
    component: lazyRouteComponent(() => import("./staff/work-page.tsx"), "WorkPage"),
  });
  const people = createRoute({
    getParentRoute: () => area,
    path: "/staff/people",
    component: lazyRouteComponent(() => import("./staff/people-page.tsx"), "PeoplePage"),
  });
  const sessions = createRoute({
    getParentRoute: () => area,
    path: "/staff/sessions",
    component: lazyRouteComponent(() => import("./staff/sessions-page.tsx"), "SessionsPage"),
  });
  const audit = createRoute({
    getParentRoute: () => area,
    path: "/audit",
    component: lazyRouteComponent(() => import("./staff/audit-page.tsx"), "AuditPage"),
  });
  return [
    setUp,
    area.addChildren([
      work,
      grid,
      table,
      figure,
      submissions,
      submission,
      sheet,
      queue,
      review,
      delegations,
      people,
      sessions,
      audit,
    ]),
  ] as const;
}
