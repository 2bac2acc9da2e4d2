import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { FormPage } from '@/components/form/form-page';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import { Section } from '@/components/section';
import type { Loan } from '@/features/loan/api/get-loan';
import { KINDS } from '@/features/loan/changes';
import { useSimulation } from '@/features/loan/api/simulate-loan';
import { AskTermsBar, TopUpBar } from '@/features/loan/components/agree-bar';
import { SimulatedFigures, SimulatedSchedule } from '@/features/loan/components/simulation-view';
import { changeOf, isSameChange, typedWhatIf, whatIf, whatIfShape, type WhatIfValues } from '@/features/loan/what-if';
import { useProfile } from '@/lib/profile';

/** What another rate, more time, a holiday or more money would make of a loan, before anybody agrees to it. */
export function WhatIf({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const simulation = useSimulation(loan.id);
  const form = useForm({
    resolver: zodResolver(whatIfShape),
    defaultValues: {
      kind: 'LONGER_TERM',
      from: organization.businessDate,
      to: '',
      annualRate: '',
      installments: '',
      dueOn: loan.nextDue?.on ?? '',
      newDueOn: '',
      amount: '',
    } satisfies WhatIfValues as WhatIfValues,
  });
  const values = useWatch({ control: form.control });
  const { kind } = values;
  const submission = useSubmit(form, (values) => simulation.mutateAsync(whatIf(values)));
  // What the form does not say any more is neither shown nor agreed.
  const isOutdated = simulation.data !== undefined && !isSameChange(typedWhatIf(values), simulation.variables);
  const simulated = isOutdated ? undefined : simulation.data;
  const shown = simulated === undefined ? undefined : simulation.variables;
  const objection = simulated?.objection?.detail;
  const agreed = shown === undefined ? undefined : changeOf(shown);

  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { md: '4fr 8fr' }, alignItems: 'start' }}>
      <Section title={t('What if')}>
        <FormPage form={form} submission={submission} submitLabel={t('Show')}>
          <FormSelect<WhatIfValues>
            name="kind"
            label={t('What changes')}
            options={KINDS.map(({ kind: value, label }) => ({ value, label: t(label) }))}
          />
          {kind === 'PAYMENT_HOLIDAY' ? (
            <>
              <FormText<WhatIfValues> name="dueOn" label={t('Due date that moves')} type="date" required />
              <FormText<WhatIfValues>
                name="newDueOn"
                label={t('To')}
                type="date"
                help={t('All later due dates move with it.')}
                required
              />
            </>
          ) : (
            kind !== 'TOP_UP' && (
              <FormText<WhatIfValues>
                name="from"
                label={t('From')}
                type="date"
                help={t('What counts from a later day is agreed when that day comes.')}
                required
              />
            )
          )}
          {kind === 'INTEREST_HOLIDAY' && (
            <FormText<WhatIfValues> name="to" label={t('Last day without interest')} type="date" required />
          )}
          {kind === 'RATE' && (
            <FormText<WhatIfValues> name="annualRate" label={t('Interest a year')} suffix="%" required />
          )}
          {kind === 'LONGER_TERM' && (
            <FormText<WhatIfValues> name="installments" label={t('More installments')} type="number" min="1" required />
          )}
          {kind === 'TOP_UP' && (
            <FormAmount<WhatIfValues> name="amount" label={t('Paid out beside')} currency={loan.currency} required />
          )}
        </FormPage>
      </Section>
      <Stack sx={{ gap: 2.5, minWidth: 0 }}>
        {agreed !== undefined && objection === undefined && <AskTermsBar loan={loan} change={agreed} />}
        {objection !== undefined && (
          <Alert severity="info" variant="outlined">
            {t('This can be looked at, but not agreed:')} {objection}
          </Alert>
        )}
        {shown?.kind === 'TOP_UP' && shown.amount != null && <TopUpBar loan={loan} amount={shown.amount} />}
        <SimulatedFigures simulation={simulated} isOutdated={isOutdated} currency={loan.currency} />
      </Stack>
      {simulated && (
        <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
          <SimulatedSchedule simulation={simulated} currency={loan.currency} />
        </Box>
      )}
    </Box>
  );
}
