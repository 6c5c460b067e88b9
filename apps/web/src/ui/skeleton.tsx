/** A placeholder box of final size. */
export const Bone = ({ className }: { className: string }) => (
  <div aria-hidden="true" className={`bone ${className}`} />
);

/** Placeholder of a page while it loads. */
export const PageSkeleton = () => (
  <div className="min-h-[80dvh] py-10">
    <Bone className="h-4 w-48" />
    <Bone className="mt-4 h-10 w-full max-w-xl" />
    <Bone className="mt-8 h-96 w-full" />
  </div>
);
