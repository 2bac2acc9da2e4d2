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
  const handsOver = scope === 'ORGANIZATION' || scope === 'BRANCH';
  const staff = useQuery({ ...$api.queryOptions('get', '/api/borrowers/officers'), enabled: handsOver });
  if (!handsOver) return null;

  const offices = (branches.data?.items ?? [])
    .filter((each) => each.active || each.id === borrower?.branchId)
    .map((each) => ({ value: each.id, label: each.name }));
  const officers = (staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
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
          options={
            borrower
              ? withTaken(offices, borrower.branchId, borrower.branchName)
              : [{ value: '', label: t('As usual for you') }, ...offices]
          }
        />
      )}
      {staff.data && (
        <FormSelect<Standing>
          name="officerId"
          label={t('Officer')}
          options={[
            { value: '', label: t('Nobody') },
            ...withTaken(officers, borrower?.officerId, borrower?.officerName),
          ]}
        />
      )}
    </>
  );
}

type Name = string | null | undefined;

/** The choices with the one that is taken now, also where it could not be chosen any more. */
function withTaken(options: readonly Option[], id: Name, name: Name): readonly Option[] {
  if (id === null || id === undefined) return options;
  return options.some(({ value }) => value === id) ? options : [{ value: id, label: name ?? id }, ...options];
}
