import { lazy, Suspense, useState, type ReactNode } from 'react';
import { FirstLoad } from '@/app/layout/first-load';

const FactorNeededPage = lazy(async () => ({
  default: (await import('@/app/pages/factor-needed-page')).FactorNeededPage,
}));

/** Lets in who has the second factor that the role needs, and has put the recovery codes away. */
export function FactorGate({ lacks, children }: { readonly lacks: boolean; readonly children: ReactNode }) {
  const [isHeld, setHeld] = useState(lacks);
  if (!lacks && !isHeld) return children;
  return (
    <Suspense fallback={<FirstLoad />}>
      <FactorNeededPage onDone={() => setHeld(false)} />
    </Suspense>
  );
}
