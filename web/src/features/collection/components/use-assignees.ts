import { useQuery } from '@tanstack/react-query';
import type { Option } from '@/components/form/form-select';
import { $api } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** To whom the caller can hand work on arrears; nobody for who hands none out. */
export function useAssignees(): readonly Option[] {
  const may = useMay();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/collection/assignees'),
    enabled: may('collection.assign'),
  });
  return (query.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
