/** A place where something will stand, in its final size. */
export const Bone = ({ className }: { className: string }) => (
  <div aria-hidden="true" className={`bone ${className}`} />
);

/** What stands in for a page whose own skeleton has not come yet. */
export const PageSkeleton = () => (
  <div className="min-h-[80dvh] py-10">
    <Bone className="h-4 w-48" />
    <Bone className="mt-4 h-10 w-full max-w-xl" />
    <Bone className="mt-8 h-96 w-full" />
  </div>
);
