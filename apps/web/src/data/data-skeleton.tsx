import { usePageText } from "../text/page-text.tsx";
import { Bone, Loading } from "../ui/skeleton.tsx";

/** The data page before its figures have come, in the shape it will have. */
export function DataSkeleton() {
  const { say } = usePageText();
  return (
    <Loading>
      <header className="pt-8 sm:pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("data.title")}</h1>
        <p className="measure mt-3 text-soft">{say("data.body")}</p>
      </header>
      <Bone className="mt-6 h-[30rem] w-full md:h-96" />
      <Bone className="mt-8 h-8 w-64" />
      <Bone className="mt-4 h-44 w-full" />
      <Bone className="mt-4 h-[60rem] w-full" />
    </Loading>
  );
}
