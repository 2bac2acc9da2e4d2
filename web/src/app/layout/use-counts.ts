import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';

const MOST = 100;

/** How much waits: for the caller's decision, and in the pipeline. Counted up to a hundred, which is shown as 99+. */
export function useCounts(): { approvals: number; applications: number } {
  const may = useMay();
  const me = useProfile().id;
  const approvals = useQuery({
    queryKey: ['counts', 'approvals'],
    queryFn: () => read(api.GET('/api/approvals', { params: { query: { limit: MOST } } })),
    enabled: may('loan.approve'),
    refetchInterval: 60_000,
  });
  const requests = useQuery({
    queryKey: ['counts', 'loan-requests'],
    queryFn: () => read(api.GET('/api/loan-requests', { params: { query: { status: 'WAITING', limit: MOST } } })),
    enabled: may('loan.write_off') || may('loan.top_up'),
    refetchInterval: 60_000,
  });
  const applications = useQuery({
    queryKey: ['counts', 'applications'],
    queryFn: () =>
      read(api.GET('/api/loans', { params: { query: { status: ['SUBMITTED', 'UNDER_REVIEW'], limit: MOST } } })),
    enabled: may('loan.view'),
    refetchInterval: 60_000,
  });
  const ofOthers = (requests.data?.items ?? []).filter(
    ({ askedById, kind }) => askedById !== me && may(kind === 'TOP_UP' ? 'loan.top_up' : 'loan.write_off'),
  );
  return {
    approvals: (approvals.data?.items?.length ?? 0) + ofOthers.length,
    applications: applications.data?.items?.length ?? 0,
  };
}
