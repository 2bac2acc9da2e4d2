import type { ADVANCES, RECALCULATIONS } from '@/features/product/product-form';

/** A rule in a few words, and what it does to a borrower. */
type Words = { readonly label: string; readonly help: string };

export const RECALCULATION_WORDS: Readonly<Record<(typeof RECALCULATIONS)[number], Words>> = {
  NONE: {
    label: 'Stays as scheduled',
    help: 'Who pays in advance pays the interest that was planned; only paying the loan off spares interest.',
  },
  FOLLOWS_PAYMENTS: {
    label: 'Follows payments, day by day',
    help: 'Interest of each day is of what is owed that day: paying early costs less, paying late costs more.',
  },
};

export const ADVANCE_WORDS: Readonly<Record<(typeof ADVANCES)[number], Words>> = {
  NEXT_INSTALLMENT: {
    label: 'The next installments',
    help: 'Money over pays the next installment, then the one after it.',
  },
  LAST_INSTALLMENT: {
    label: 'The last installments',
    help: 'The next installment is due as planned, and the loan ends sooner.',
  },
  NEXT_LAST_INSTALLMENT: {
    label: 'The next one, then the last ones',
    help: 'The next installment is paid first; what is left makes the loan end sooner.',
  },
  REAMORTIZE: {
    label: 'All that are to come, evenly',
    help: 'The loan ends as planned, and each installment to come gets smaller.',
  },
};
