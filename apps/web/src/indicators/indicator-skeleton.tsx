import { Bone, Loading } from "../ui/skeleton.tsx";

/** An indicator's page before its figures have come, in the shape it will have. */
export function IndicatorSkeleton() {
  return (
    <Loading>
      <Bone className="mt-6 h-6 w-56" />
      <Bone className="mt-5 h-5 w-40" />
      <Bone className="mt-2 h-20 max-w-xl" />
      <Bone className="mt-3 h-12 max-w-2xl" />
      <Bone className="mt-8 h-11 max-w-3xl" />
      <Bone className="mt-4 h-[402px]" />
      <Bone className="mt-4 h-20 max-w-2xl" />
      <div className="mt-12 grid gap-5 lg:grid-cols-2">
        <Bone className="h-72" />
        <Bone className="h-72" />
      </div>
    </Loading>
  );
}
