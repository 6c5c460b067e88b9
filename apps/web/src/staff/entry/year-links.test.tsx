import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { YearLinks } from "./year-links.tsx";

afterEach(cleanup);

test("years and ranges of years are told apart by what is read, not by their distance", async () => {
  const cells = [2020, 2022, 2024, 2025].map((timePeriod) => ({ timePeriod }));
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <YearLinks indicator="GII_RANK" cells={cells} /> }),
    history: createMemoryHistory({ initialEntries: ["/"] }),
  });
  await router.load();
  const { container } = render(<RouterProvider router={router as never} />);
  expect(container.textContent).toBe("2020, 2022, 2024–2025");
  expect([...container.querySelectorAll("a")].map(({ pathname }) => pathname.split("/").at(-1))).toEqual([
    "2020",
    "2022",
    "2024",
    "2025",
  ]);
});
