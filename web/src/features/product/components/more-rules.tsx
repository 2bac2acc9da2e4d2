import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Fold } from '@/components/fold';
import { FormSelect } from '@/components/form/form-select';
import { labelOf } from '@/components/labels';
import { DueDateFields } from '@/features/product/components/due-date-fields';
import {
  ACCOUNT_ROLES,
  ACCOUNTINGS,
  ADVANCES,
  RECALCULATIONS,
  type AccountRole,
  type ProductValues,
} from '@/features/product/product-form';
import { ACCOUNTING_WORDS, ADVANCE_WORDS, RECALCULATION_WORDS } from '@/features/product/rule-words';
import { $api } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

const ROLES = Object.keys(ACCOUNT_ROLES) as readonly AccountRole[];

/** What is folded away. */
const FOLDED = [
  ...(['recalculation', 'advance', 'accounting', 'accounts'] as const),
  ...(['dueDay', 'workdayShift', 'shiftedInterest'] as const),
];

/** What most products leave as it is: interest that follows payments, money in advance, due dates, and the books. */
export function MoreRules() {
  const { t } = useTranslation();
  const [recalculation, advance, accounting] = useWatch<ProductValues, ['recalculation', 'advance', 'accounting']>({
    name: ['recalculation', 'advance', 'accounting'],
  });
  const { errors } = useFormState<ProductValues>({ name: FOLDED });
  const isRefused = FOLDED.some((name) => errors[name] !== undefined);
  return (
    <Fold title={t('More rules')} isRefused={isRefused}>
      <FormSelect<ProductValues>
        name="recalculation"
        label={t('Interest of a loan')}
        options={RECALCULATIONS.map((value) => ({ value, label: t(RECALCULATION_WORDS[value].label) }))}
        help={t(RECALCULATION_WORDS[recalculation].help)}
      />
      <FormSelect<ProductValues>
        name="advance"
        label={t('Money in advance pays')}
        options={ADVANCES.map((value) => ({ value, label: t(ADVANCE_WORDS[value].label) }))}
        help={t(ADVANCE_WORDS[advance].help)}
      />
      <DueDateFields />
      <FormSelect<ProductValues>
        name="accounting"
        label={t('Interest is income')}
        options={ACCOUNTINGS.map((value) => ({ value, label: t(ACCOUNTING_WORDS[value].label) }))}
        help={t(ACCOUNTING_WORDS[accounting].help)}
      />
      <AccountFields />
    </Fold>
  );
}

/** Which account of the chart takes what; an account of another currency or kind is not offered. */
function AccountFields() {
  const { t } = useTranslation();
  const may = useMay();
  const [currency, chosen] = useWatch<ProductValues, ['currency', 'accounts']>({ name: ['currency', 'accounts'] });
  const chart = useQuery({ ...$api.queryOptions('get', '/api/ledger/accounts'), enabled: may('ledger.view') });
  const accounts = chart.data?.items ?? [];
  const optionsFor = (role: AccountRole) => {
    const fitting = accounts.filter(
      (account) =>
        account.type === ACCOUNT_ROLES[role] &&
        account.active &&
        !account.header &&
        (!account.currency || account.currency === currency),
    );
    const code = chosen[role] ?? '';
    const isListed = code === '' || fitting.some((account) => account.code === code);
    return [
      { value: '', label: t('The usual one of the chart') },
      ...(isListed ? [] : [{ value: code, label: code }]),
      ...fitting.map((account) => ({ value: account.code, label: `${account.code} ${account.name}` })),
    ];
  };
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 1.5, color: 'text.secondary' }}>
        {t('Accounts: where in the books the money of these loans is kept.')}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))' }}>
        {ROLES.map((role) => (
          <FormSelect<ProductValues>
            key={role}
            name={`accounts.${role}`}
            label={t(labelOf(role))}
            options={optionsFor(role)}
          />
        ))}
      </Box>
    </Box>
  );
}
