import { $api, type Schema } from '@/lib/api/client';

/** A figure of a loan, of one of its installments, or of one of its payments. */
export type Asked = Schema<'AskedFigure'>;
export type Figure = Asked['figure'];
export type Explanation = Schema<'ExplanationPart'>;

/** Why a figure is what it is, on a day; without one on the business date. */
export const explainQuery = (loanId: string, { figure, installment, event }: Asked, asOf = '') =>
  $api.queryOptions('get', '/api/loans/{id}/explain', {
    params: {
      path: { id: loanId },
      query: {
        figure,
        ...(installment != null && { installment }),
        ...(event != null && { event }),
        ...(asOf !== '' && { asOf }),
      },
    },
  });
