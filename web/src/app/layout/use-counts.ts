import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import type { Permission } from '@/lib/permissions';
import { useMay } from '@/lib/profile';

const MOST = 100;

/** Whose holders decide about what somebody asks for of a running loan. */
const DECIDES: readonly Permission[] = ['loan.write_off', 'loan.top_up', 'schedule.restructure'];

/** How much waits: for the caller's decision, and in the pipeline. Counted up to a hundred, which is shown as 99+. */
export function useCounts(): { approvals: number; applications: number } {
  const may = useMay();
  const approvals = useQuery({
    queryKey: ['counts', 'approvals'],
    queryFn: () => read(api.GET('/api/approvals', { params: { query: { limit: MOST } } })),
    enabled: may('loan.approve'),
    refetchInterval: 60_000,
  });
  const requests = useQuery({
    queryKey: ['counts', 'loan-requests'],
    queryFn: () => read(api.GET('/api/loan-requests', { params: { query: { toDecide: true, limit: MOST } } })),
    enabled: DECIDES.some((permission) => may(permission)),
    refetchInterval: 60_000,
  });
  const applications = useQuery({
    queryKey: ['counts', 'applications'],
    queryFn: () =>
      read(api.GET('/api/loans', { params: { query: { status: ['SUBMITTED', 'UNDER_REVIEW'], limit: MOST } } })),
    enabled: may('loan.view'),
    refetchInterval: 60_000,
  });
  return {
    approvals: (approvals.data?.items?.length ?? 0) + (requests.data?.items?.length ?? 0),
    applications: applications.data?.items?.length ?? 0,
  };
}
