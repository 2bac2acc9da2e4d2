import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '@/components/filter-select';
import { $api } from '@/lib/api/client';
import type { Permission } from '@/lib/permissions';
import { useMay, useProfile } from '@/lib/profile';

type Props = {
  /** The permission that what is filtered is seen by: where it reaches one branch, there is no other one to choose. */
  readonly of: Permission;
  readonly value: string;
  readonly onChoose: (branchId: string) => void;
};

/** Asks for one branch, where there is more than one; nothing chosen is all that the caller sees. */
export function FilterBranch({ of, value, onChoose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { permissions, branch } = useProfile();
  const own = permissions[of] === 'BRANCH' ? branch : undefined;
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') && !own });
  if (own) {
    return <FilterSelect label={t('Branch')} value="" usual={own.name} options={[]} onChoose={onChoose} />;
  }
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
