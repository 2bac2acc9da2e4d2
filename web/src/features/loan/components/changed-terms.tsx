import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { KINDS, type NewChange } from '@/features/loan/changes';

/** Which other terms are asked for. */
export function ChangedTerms({ change }: { readonly change: NewChange }) {
  const { t } = useTranslation();
  const day = (value: string | null | undefined) => value && <DateText value={value} />;
  return (
    <Facts
      width={140}
      facts={[
        [t('What changes'), t(KINDS.find(({ kind }) => kind === change.kind)?.label ?? '')],
        [t('More installments'), change.installments],
        [t('Interest a year'), change.annualRate && `${change.annualRate} %`],
        [t('From'), day(change.from)],
        [t('Last day without interest'), day(change.to)],
        [t('Due date that moves'), day(change.dueOn)],
        [t('To'), day(change.newDueOn)],
      ]}
    />
  );
}
