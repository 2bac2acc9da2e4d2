import { useQuery } from '@tanstack/react-query';
import { api, read, type Schema } from '@/lib/api/client';
import type { Permission } from '@/lib/permissions';
import { useMay, useProfile } from '@/lib/profile';

const MOST = 100;

/** Who decides about what somebody asks for of a running loan. */
const DECIDES = {
  WRITE_OFF: 'loan.write_off',
  TOP_UP: 'loan.top_up',
  CHANGE: 'schedule.restructure',
} as const satisfies Record<Schema<'LoanRequest'>['kind'], Permission>;

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
    enabled: Object.values(DECIDES).some((permission) => may(permission)),
    refetchInterval: 60_000,
  });
  const applications = useQuery({
    queryKey: ['counts', 'applications'],
    queryFn: () =>
      read(api.GET('/api/loans', { params: { query: { status: ['SUBMITTED', 'UNDER_REVIEW'], limit: MOST } } })),
    enabled: may('loan.view'),
    refetchInterval: 60_000,
  });
  const ofOthers = (requests.data?.items ?? []).filter(({ askedById, kind }) => askedById !== me && may(DECIDES[kind]));
  return {
    approvals: (approvals.data?.items?.length ?? 0) + ofOthers.length,
    applications: applications.data?.items?.length ?? 0,
  };
}
