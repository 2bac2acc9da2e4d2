import type { Schema } from '@/lib/api/client';

type Paper = Pick<Schema<'Document'>, 'id' | 'kind' | 'status' | 'expired' | 'replaces'>;

/** Papers that were refused or hold no more, and in whose place nothing has come yet. */
export function papersToSend<P extends Paper>(papers: readonly P[]): readonly P[] {
  const counts = ({ status, expired }: Paper) => (status === 'WAITING' || status === 'VERIFIED') && !expired;
  const standIns = papers.filter(counts);
  const hasCome = ({ id, kind }: Paper) => standIns.some((other) => other.replaces === id || other.kind === kind);
  return papers.filter((paper) => paper.status !== 'REPLACED' && !counts(paper) && !hasCome(paper));
}
