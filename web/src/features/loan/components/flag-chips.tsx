import { StatusChip } from '@/components/status-chip';
import { codeOf, type LoanFlag } from '@/features/loan/flags';

/** What the staff say of a loan, each as a chip. */
export function FlagChips({ flags }: { readonly flags: readonly LoanFlag[] | null | undefined }) {
  return flags?.map((flag) => <StatusChip key={flag} status={codeOf(flag)} tone="warning" />);
}
