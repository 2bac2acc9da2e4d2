import RemoveIcon from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormText } from '@/components/form/form-text';
import { MoneyText } from '@/components/money-text';
import { BLANK, difference, total, type Values } from '@/features/ledger/manual-entry-form';
import { compareAmounts } from '@/lib/amount';
import { $api } from '@/lib/api/client';

const COLUMNS = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr 1fr 40px' } } as const;

/** The lines of an entry being written: a column for each side, and how far the sides are apart. */
export function ManualLines() {
  const { t } = useTranslation();
  const form = useFormContext<Values>();
  const { fields, append, remove } = useFieldArray<Values, 'lines'>({ name: 'lines' });
  const lines = useWatch<Values, 'lines'>({ name: 'lines' });
  const currency = useWatch<Values, 'currency'>({ name: 'currency' });
  const accounts = useQuery($api.queryOptions('get', '/api/ledger/manual-entries/accounts'));
  const names = new Map((accounts.data?.items ?? []).map((account) => [account.code, account.name]));
  const options = [...names].map(([value, name]) => ({ value, label: `${value} ${name}` }));
  const { errors } = form.formState;
  const wrong = errors.lines?.root?.message ?? errors.lines?.message;

  /** Enter goes on to the next line, and makes one after the last; the button sends the form. */
  const onEnter = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (index === fields.length - 1) append(BLANK, { focusName: `lines.${index + 1}.account` });
    else form.setFocus(`lines.${index + 1}.account`);
  };
  return (
    <Stack sx={{ gap: 2 }}>
      {fields.map((field, index) => (
        <Box
          key={field.id}
          role="group"
          aria-label={t('Line {{number}}', { number: index + 1 })}
          sx={{ ...COLUMNS, alignItems: 'start' }}
          onKeyDown={(event) => onEnter(event, index)}
        >
          <FormText<Values>
            name={`lines.${index}.account`}
            label={t('Account')}
            help={names.get(lines[index]?.account.trim() ?? '') ?? ''}
            suggestions={options}
            autoComplete="off"
          />
          <FormAmount<Values> name={`lines.${index}.debit`} label={t('Debit')} />
          <FormAmount<Values> name={`lines.${index}.credit`} label={t('Credit')} />
          <IconButton
            onClick={() => remove(index)}
            disabled={fields.length < 3}
            aria-label={t('Remove line {{number}}', { number: index + 1 })}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Box sx={{ ...COLUMNS, alignItems: 'center', fontWeight: 600 }} aria-live="polite">
        <Button sx={{ justifySelf: 'start' }} onClick={() => append(BLANK)}>
          {t('Add a line')}
        </Button>
        <Box sx={{ textAlign: 'right' }}>
          {t('Debit')} <MoneyText strong amount={total(lines, 'debit')} currency={currency} />
        </Box>
        <Box sx={{ textAlign: 'right' }}>
          {t('Credit')} <MoneyText strong amount={total(lines, 'credit')} currency={currency} />
        </Box>
      </Box>
      <Difference amount={difference(lines)} currency={currency} wrong={wrong} />
    </Stack>
  );
}

type DifferenceProps = { readonly amount: string; readonly currency: string; readonly wrong: string | undefined };

/** How far the sides are apart, and what is wrong with the lines together. */
function Difference({ amount, currency, wrong }: DifferenceProps) {
  const { t } = useTranslation();
  const sign = compareAmounts(amount, '0');
  if (sign === 0) return wrong === undefined ? null : <Alert severity="error">{t(wrong)}</Alert>;
  return (
    <Alert severity={wrong === undefined ? 'info' : 'error'}>
      {sign > 0 ? t('Missing on the credit side:') : t('Missing on the debit side:')}{' '}
      <MoneyText strong amount={amount.replace('-', '')} currency={currency} />
    </Alert>
  );
}
