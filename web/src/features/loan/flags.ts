import { labelOf } from '@/components/labels';
import type { Schema } from '@/lib/api/client';

export type LoanFlag = Schema<'NewLoanFlag'>['flag'];

/** What can be said of a loan, the gravest first. */
export const FLAGS = ['LEGAL', 'DISPUTED', 'DECEASED', 'INSURED', 'WATCH'] as const satisfies readonly LoanFlag[];

/** The code by which a flag has its label: a contact may have a legal step, too. */
export const codeOf = (flag: LoanFlag): string => `FLAG_${flag}`;

/** The English word for a flag. */
export const flagLabel = (flag: LoanFlag): string => labelOf(codeOf(flag));

/** The flag that a text names, if it does. */
export const flagOf = (text: string): LoanFlag | undefined => FLAGS.find((flag) => flag === text);
