import { useQuery } from '@tanstack/react-query';
import { $api, type Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

export type ArrearsClass = Schema<'ArrearsClass'>;

/** The classes of arrears, the best first; none until they are loaded, and for whom they are not. */
export function useArrearsClasses(): readonly ArrearsClass[] {
  const may = useMay();
  const query = useQuery({ ...$api.queryOptions('get', '/api/arrears/classes'), enabled: may('branch.view') });
  return query.data?.classes ?? [];
}
