import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormSelect, type Option } from '@/components/form/form-select';
import { labelOf } from '@/components/labels';
import { BORROWER_STATUSES, type Borrower } from '@/features/borrower/api/list-borrowers';
import { $api } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';

type Standing = { status: string; branchId: string; officerId: string };

/** Whose a borrower is and how far it is trusted; not for somebody to say who reaches only the own ones. */
export function StandingFields({ borrower }: { readonly borrower: Borrower | undefined }) {
  const { t } = useTranslation();
  const may = useMay();
  const scope = useProfile().permissions['borrower.edit'];
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const staff = useQuery({
    ...$api.queryOptions('get', '/api/users', { params: { query: { status: 'ACTIVE', limit: 200 } } }),
    enabled: may('user.view'),
  });
  if (scope !== 'ORGANIZATION' && scope !== 'BRANCH') return null;

  const offices = (branches.data?.items ?? [])
    .filter((each) => each.active || each.id === borrower?.branchId)
    .map((each) => ({ value: each.id, label: each.name }));
  const officers = (staff.data?.items ?? [])
    .filter((each) => each.role !== 'BORROWER')
    .map((each) => ({ value: each.id, label: `${each.name}, ${t(labelOf(each.role)).toLowerCase()}` }));
  return (
    <>
      {borrower && (
        <FormSelect<Standing>
          name="status"
          label={t('Status')}
          options={BORROWER_STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
          help={t('Active once you have checked who it is; who is blocked gets no new loans.')}
        />
      )}
      {offices.length > 0 && (
        <FormSelect<Standing>
          name="branchId"
          label={t('Branch')}
          options={withUsual(offices, borrower?.branchId, borrower?.branchName, t('As usual for you'))}
        />
      )}
      {officers.length > 0 && (
        <FormSelect<Standing>
          name="officerId"
          label={t('Officer')}
          options={withUsual(officers, borrower?.officerId, borrower?.officerName, t('Nobody in particular'))}
        />
      )}
    </>
  );
}

type Name = string | null | undefined;

/** The choices with the one that is taken now, or with none where none is taken. */
function withUsual(options: readonly Option[], id: Name, name: Name, none: string): readonly Option[] {
  if (id === null || id === undefined) return [{ value: '', label: none }, ...options];
  return options.some(({ value }) => value === id) ? options : [{ value: id, label: name ?? id }, ...options];
}
