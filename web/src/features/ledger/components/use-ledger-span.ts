import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** The days, currency and branch that a report of the books is asked for; they stand in the address. */
export type LedgerSpan = ReturnType<typeof useLedgerSpan>;

/** Without a choice the year so far, in the organization's currency, of all branches. */
export function useLedgerSpan() {
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const to = get('to') || organization.businessDate;
  const from = get('from') || `${to.slice(0, 4)}-01-01`;
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const filter = { from, to, currency, ...(branch !== '' && { branchId: branch }) };
  return { filter, branch, chosenCurrency: get('currency'), set };
}
