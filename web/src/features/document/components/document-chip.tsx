import { StatusChip } from '@/components/status-chip';
import type { Tone } from '@/components/tones';
import type { Schema } from '@/lib/api/client';

const TONES: Readonly<Record<Schema<'Document'>['status'], Tone>> = {
  WAITING: 'warning',
  VERIFIED: 'success',
  REFUSED: 'error',
  REPLACED: 'neutral',
};

/** How far a paper is trusted; one that holds no more is said to be so, unless it was refused or replaced. */
export function DocumentChip({ document }: { readonly document: Schema<'Document'> }) {
  const { status, expired } = document;
  const counts = status === 'WAITING' || status === 'VERIFIED';
  return counts && expired ? (
    <StatusChip status="EXPIRED" tone="error" />
  ) : (
    <StatusChip status={status} tone={TONES[status]} />
  );
}
