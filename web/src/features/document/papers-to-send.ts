import type { Schema } from '@/lib/api/client';

/** Ids grow with time. */
type Paper = Pick<Schema<'Document'>, 'id' | 'kind' | 'status' | 'expired' | 'replaces'>;

/**
 * Papers that were refused or hold no more, and in whose place nothing has come yet: what replaces
 * them, or a newer one of the kind. Other papers have nothing in common but that they are others.
 */
export function papersToSend<P extends Paper>(papers: readonly P[]): readonly P[] {
  const counts = ({ status, expired }: Paper) => (status === 'WAITING' || status === 'VERIFIED') && !expired;
  const standIns = papers.filter(counts);
  const hasCome = ({ id, kind }: Paper) =>
    standIns.some((other) => other.replaces === id || (kind !== 'OTHER' && other.kind === kind && other.id > id));
  return papers.filter((paper) => paper.status !== 'REPLACED' && !counts(paper) && !hasCome(paper));
}
