import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from '@/components/loading';
import { ProblemAlert } from '@/components/problem-alert';

type Props<Data> = {
  readonly query: Pick<UseQueryResult<Data, unknown>, 'data' | 'isPending' | 'error' | 'refetch'>;
  readonly lines?: number;
  readonly children: (data: NonNullable<Data>) => ReactNode;
};

/** Every state of one answer: on its way, refused, there. */
export function QueryView<Data>({ query, lines, children }: Props<Data>) {
  if (query.data !== undefined && query.data !== null) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined)
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(lines === undefined ? {} : { lines })} />;
}
