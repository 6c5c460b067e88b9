import { usePageText } from "../text/page-text.tsx";
import { Bone, Loading } from "../ui/skeleton.tsx";

/** The strategy page before its texts have come, in the shape it will have. */
export function StrategySkeleton() {
  const { say } = usePageText();
  return (
    <Loading>
      <header className="pt-10">
        <h1 className="text-2xl sm:text-3xl">{say("strategy.title")}</h1>
        <p className="measure mt-3 text-soft">{say("strategy.body")}</p>
        <Bone className="mt-6 h-96 md:h-64 lg:h-52" />
      </header>
      <div className="mt-16 grid gap-5 lg:grid-cols-2">
        <Bone className="h-96" />
        <Bone className="h-96" />
      </div>
      <Bone className="mt-16 h-[60rem]" />
    </Loading>
  );
}
