import { usePageText } from "../text/page-text.tsx";
import { Bone, Loading } from "../ui/skeleton.tsx";

/** The comparison before its figures have come, in the shape it will have. */
export function CompareSkeleton() {
  const { say } = usePageText();
  return (
    <Loading>
      <header className="pt-8 sm:pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("compare.title")}</h1>
        <p className="measure mt-3 text-soft">{say("compare.body")}</p>
      </header>
      <Bone className="mt-6 h-64 w-full" />
      <Bone className="mt-8 h-8 w-full max-w-2xl" />
      <Bone className="mt-4 h-[500px] w-full" />
      <Bone className="mt-12 h-96 w-full" />
    </Loading>
  );
}
