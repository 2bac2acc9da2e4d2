import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** Without a choice the month so far, in the organization's currency, of all that one sees; they stand in the address. */
export function useReportDays() {
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const to = get('to') || organization.businessDate;
  const from = get('from') || `${to.slice(0, 7)}-01`;
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const filter = { from, to, currency, ...(branch !== '' && { branchId: branch }) };
  return { filter, branch, chosenCurrency: get('currency'), get, set };
}

export type ReportDays = ReturnType<typeof useReportDays>;
