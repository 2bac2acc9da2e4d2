import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Fold } from '@/components/fold';
import { FormAmount } from '@/components/form/form-amount';
import { FormText } from '@/components/form/form-text';
import { isoDate, optionalDate, positiveAmount } from '@/components/form/rules';
import { tellAtFields } from '@/components/form/use-submit';
import { Page } from '@/components/page';
import { Section } from '@/components/section';
import { scheduleQuery, type Calculation } from '@/features/product/api/calculate-schedule';
import { Comparison } from '@/features/product/components/comparison';
import { DueDateFields } from '@/features/product/components/due-date-fields';
import { SchedulePreview } from '@/features/product/components/schedule-preview';
import { TermsFields } from '@/features/product/components/terms-fields';
import { refineDueDay } from '@/features/product/due-dates';
import { termsFields, usualTerms } from '@/features/product/terms';
import { ScheduleRequest } from '@/lib/api/limits';
import { useRegion } from '@/lib/profile';
import { useDebounced } from '@/lib/use-debounced';

const shape = z
  .object({
    ...termsFields,
    principal: positiveAmount(ScheduleRequest.principal),
    disbursedOn: isoDate(),
    firstDueOn: optionalDate(),
  })
  .superRefine(refineDueDay);
type Values = z.input<typeof shape>;

const MOST_OFFERS = 3;

/** Works out any loan, and puts up to three of them side by side. */
export function CalculatorPage() {
  const { t } = useTranslation();
  const region = useRegion();
  const [offers, setOffers] = useState<readonly Calculation[]>([]);
  const form = useForm({
    resolver: zodResolver(shape),
    mode: 'onBlur',
    defaultValues: { ...usualTerms(region.currency), principal: '10000', disbursedOn: region.today, firstDueOn: '' },
  });
  const values = useDebounced(useWatch({ control: form.control }), 300);
  const checked = shape.safeParse(values);
  const calculation = checked.success ? checked.data : undefined;
  const refusal: unknown = useQuery(scheduleQuery(calculation)).error;
  useEffect(() => {
    if (refusal !== null) tellAtFields(refusal, form);
  }, [refusal, form]);

  return (
    <Page
      title={t('Loan calculator')}
      subtitle={t('Any terms, to the cent, by the same engine that runs the loans.')}
      actions={
        <>
          <Button color="inherit" onClick={() => globalThis.print()}>
            {t('Print')}
          </Button>
          <Button
            variant="outlined"
            disabled={calculation === undefined || offers.length >= MOST_OFFERS}
            onClick={() => calculation && setOffers([...offers, calculation])}
          >
            {t('Keep to compare')}
          </Button>
        </>
      }
    >
      <Stack sx={{ gap: 2.5 }}>
        {offers.length > 0 && (
          <Comparison offers={offers} onRemove={(index) => setOffers(offers.filter((_, each) => each !== index))} />
        )}
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { lg: '5fr 7fr' }, alignItems: 'start' }}>
          <Section title={t('Terms')}>
            <FormProvider {...form}>
              <Stack component="form" sx={{ gap: 2 }} noValidate onSubmit={(event) => event.preventDefault()}>
                <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '2fr 1fr' }}>
                  <FormAmount<Values>
                    name="principal"
                    label={t('Amount')}
                    currency={values.currency}
                    help={t('You may type 5k for 5,000.')}
                    required
                  />
                  <FormText<Values> name="currency" label={t('Currency')} required />
                </Box>
                <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
                  <FormText<Values> name="disbursedOn" label={t('Paid out on')} type="date" required />
                  <FormText<Values>
                    name="firstDueOn"
                    label={t('First installment on')}
                    type="date"
                    help={t('Empty: one period later.')}
                  />
                </Box>
                <TermsFields />
                <Fold title={t('Due dates')}>
                  <DueDateFields />
                </Fold>
              </Stack>
            </FormProvider>
          </Section>
          <Section title={t('Schedule')}>
            <SchedulePreview calculation={calculation} />
          </Section>
        </Box>
      </Stack>
    </Page>
  );
}
