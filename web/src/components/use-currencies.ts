import { useQuery } from '@tanstack/react-query';
import { $api } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';

/** The currencies that the organization lends in, its own one first; a loan has the currency of its product. */
export function useCurrencies(): readonly string[] {
  const may = useMay();
  const { organization } = useProfile();
  const products = useQuery({ ...$api.queryOptions('get', '/api/products'), enabled: may('product.view') });
  const others = (products.data?.items ?? []).map((product) => product.currency).toSorted();
  return [...new Set([organization.currency, ...others])];
}
