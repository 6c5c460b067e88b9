/** A placeholder box of final size. */
export const SkeletonBox = ({ className }: { className: string }) => (
  <div aria-hidden="true" className={`bone ${className}`} />
);

/** Placeholder of a page while it loads. */
export const PageSkeleton = () => (
  <div className="min-h-[80dvh] py-10">
    <SkeletonBox className="h-4 w-48" />
    <SkeletonBox className="mt-4 h-10 w-full max-w-xl" />
    <SkeletonBox className="mt-8 h-96 w-full" />
  </div>
);
