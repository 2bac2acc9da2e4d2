import { queryOptions } from '@tanstack/react-query';
import { api, readVersioned } from '@/lib/api/client';

/** What the lender tells borrowers of how to pay, with its version. */
export const howToPayQuery = () =>
  queryOptions({
    queryKey: ['how-to-pay'],
    queryFn: () => readVersioned(api.GET('/api/payments/how-to-pay')),
  });
