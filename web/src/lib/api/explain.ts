import { $api, type Schema } from '@/lib/api/client';
import type { Vantage } from '@/lib/vantage';

/** A figure of a loan, of one of its installments, or of one of its payments. */
export type Asked = Schema<'AskedFigure'>;
export type Figure = Asked['figure'];
export type Explanation = Schema<'ExplanationPart'>;

/** Why a figure is what it is, seen from a day; otherwise now. */
export const explainQuery = (loanId: string, { figure, installment, event }: Asked, from: Vantage = {}) =>
  $api.queryOptions('get', '/api/loans/{id}/explain', {
    params: {
      path: { id: loanId },
      query: {
        figure,
        ...(installment != null && { installment }),
        ...(event != null && { event }),
        ...from,
      },
    },
  });
