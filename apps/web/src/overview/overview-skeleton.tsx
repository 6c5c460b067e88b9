import { useText } from "../text/text.tsx";
import { Bone, Loading } from "../ui/skeleton.tsx";

/** The overview before its figures have come, in the shape it will have. */
export function OverviewSkeleton() {
  const { say } = useText();
  return (
    <Loading>
      <section className="pt-8 sm:pt-10">
        <p className="eyebrow">{say("overview.eyebrow")}</p>
        <h1 className="mt-2 text-2xl sm:text-3xl">{say("overview.title")}</h1>
        <Bone className="mt-5 h-24 max-w-2xl" />
        <Bone className="mt-3 h-12 max-w-2xl" />
      </section>
      <h2 className="mt-10 mb-4 text-xl">{say("overview.headline")}</h2>
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {["a", "b", "c", "d", "e", "f"].map((key) => (
          <Bone key={key} className="h-[31rem]" />
        ))}
      </div>
      <Bone className="mt-16 h-[60rem]" />
    </Loading>
  );
}
