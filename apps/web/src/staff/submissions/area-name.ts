import { useQuery } from "@tanstack/react-query";
import { useView } from "../../address/view.tsx";
import * as api from "../../client/api.ts";

/** Names areas by code; a code stands for itself until the names have come. */
export function useAreaName(): (code: string) => string {
  const areas = useQuery(api.areas(useView())).data?.items;
  return (code) => areas?.find((area) => area.code === code)?.name ?? code;
}
