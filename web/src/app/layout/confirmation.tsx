import { lazy, Suspense, useEffect, useState } from 'react';
import { confirmBy } from '@/lib/api/confirmation';

const AskedAgain = lazy(async () => ({
  default: (await import('@/features/identity/components/asked-again')).AskedAgain,
}));

/** Stands by for calls that want to know once more who sits there, and lets them go on. */
export function Confirmation() {
  const [answer, setAnswer] = useState<(isShown: boolean) => void>();
  useEffect(() => {
    confirmBy(() => new Promise<boolean>((resolve) => setAnswer(() => resolve)));
    return () => confirmBy(undefined);
  }, []);
  if (answer === undefined) return null;
  return (
    <Suspense>
      <AskedAgain
        onEnd={(isShown) => {
          setAnswer(undefined);
          answer(isShown);
        }}
      />
    </Suspense>
  );
}
