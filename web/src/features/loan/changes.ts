import type { NewSimulation } from '@/features/loan/api/simulate-loan';
import type { Schema } from '@/lib/api/client';

/** The changes that can be thought about, by the word of the screen. */
export const KINDS = [
  { kind: 'LONGER_TERM', label: 'More time' },
  { kind: 'RATE', label: 'Another rate' },
  { kind: 'PAYMENT_HOLIDAY', label: 'A payment holiday' },
  { kind: 'INTEREST_HOLIDAY', label: 'Days without interest' },
  { kind: 'TOP_UP', label: 'More money' },
] as const satisfies readonly { kind: NewSimulation['kind']; label: string }[];

export type NewChange = Omit<Schema<'NewChangeOfTerms'>, 'reason'>;
