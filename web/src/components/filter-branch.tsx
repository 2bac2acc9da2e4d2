import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '@/components/filter-select';
import { $api } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

type Props = { readonly value: string; readonly onChoose: (branchId: string) => void };

/** Asks for one branch, where there is more than one; nothing chosen is all that the caller sees. */
export function FilterBranch({ value, onChoose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const items = branches.data?.items ?? [];
  if (items.length < 2 && value === '') return null;
  return (
    <FilterSelect
      label={t('Branch')}
      value={value}
      options={items.map(({ id, name }) => ({ value: id, label: name }))}
      onChoose={onChoose}
    />
  );
}
