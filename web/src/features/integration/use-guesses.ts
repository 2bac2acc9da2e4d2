import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { carriedOver, guessed, type MappingValues, type Preview, type Previews } from '@/features/integration/mapping';

/** Fills in what a file seems to mean when it is chosen; what somebody said of it or of the other one stays. */
export function useGuesses<Sent>(
  { setValue, getValues }: Pick<UseFormReturn<MappingValues, unknown, Sent>, 'setValue' | 'getValues'>,
  { loans, payments }: Previews,
  currency: string,
): void {
  const before = useRef<Previews>({ loans: undefined, payments: undefined });
  useEffect(() => {
    const guess = guessed({ loans, payments }, currency);
    const last: Previews = before.current;
    const changed = (part: keyof Previews, now: Preview | undefined) => now !== undefined && now !== last[part];
    if (changed('loans', loans)) {
      const known = new Map(getValues('statuses').map(({ word, fate }) => [word, fate]));
      setValue('loans', carriedOver(getValues('loans'), last.loans, guess.loans, loans));
      setValue(
        'statuses',
        guess.statuses.map(({ word, fate }) => ({ word, fate: known.get(word) || fate })),
      );
    }
    if (changed('payments', payments)) {
      setValue('payments', carriedOver(getValues('payments'), last.payments, guess.payments, payments));
    }
    before.current = { loans, payments };
  }, [loans, payments, currency, setValue, getValues]);
}
