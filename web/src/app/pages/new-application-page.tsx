import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormLookup } from '@/components/form/form-lookup';
import { FormPage } from '@/components/form/form-page';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { optionalDate, optionalText, optionalWholeNumber, positiveAmount, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { moneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { Section } from '@/components/section';
import { borrowersQuery } from '@/features/borrower/api/list-borrowers';
import { SchedulePreview } from '@/features/product/components/schedule-preview';
import { offered } from '@/features/product/terms';
import { $api, api, read } from '@/lib/api/client';
import { NewApplication } from '@/lib/api/limits';
import { addDays } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { useProfile, useRegion } from '@/lib/profile';
import { useDebounced } from '@/lib/use-debounced';

const shape = z.object({
  borrowerId: requiredText(),
  productId: requiredText(),
  principal: positiveAmount(NewApplication.principal),
  repayments: optionalWholeNumber(NewApplication.repayments),
  firstDueOn: optionalDate(),
  purpose: optionalText(NewApplication.purpose),
});
type Values = z.input<typeof shape>;

/** Takes an application: who, which product, how much; the schedule shows what it would mean. */
export function NewApplicationPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const { organization, borrowerId, permissions } = useProfile();
  // Whoever applies for nobody else is not asked for whom.
  const own = permissions['application.create'] === 'SELF' ? borrowerId : undefined;
  const { locale } = useRegion();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed, 200);
  const given = own ?? parameters.get('borrower') ?? '';
  const borrowers = useQuery({
    ...borrowersQuery({ search: search || undefined, limit: 20 }),
    enabled: own == null,
  });
  const known = useQuery({
    ...$api.queryOptions('get', '/api/borrowers/{id}', { params: { path: { id: given } } }),
    enabled: given !== '' && own == null,
  });
  const products = useQuery($api.queryOptions('get', '/api/products/offered'));
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) => read(api.POST('/api/loans/apply', { body })),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { borrowerId: given, productId: '', principal: '', repayments: '', firstDueOn: '', purpose: '' },
  });
  const values = useDebounced(useWatch({ control: form.control }), 300);
  const product = products.data?.items?.find((each) => each.id === values.productId);
  const submission = useSubmit(form, async (sent) => {
    const loan = await send.mutateAsync(sent);
    await navigate(paths.loan(loan.id));
  });

  const wanted = shape.pick({ principal: true, repayments: true, firstDueOn: true }).safeParse(values);
  const calculation =
    product && wanted.success
      ? offered(product, {
          principal: wanted.data.principal,
          repayments: wanted.data.repayments,
          firstDueOn: wanted.data.firstDueOn,
          disbursedOn: organization.businessDate,
        })
      : undefined;
  const limitsOf = (of: typeof product) => {
    if (!of?.minPrincipal || !of.maxPrincipal) return undefined;
    const [from, to] = [of.minPrincipal, of.maxPrincipal].map((limit) => moneyText(limit, of.currency, locale));
    return t('From {{from}} to {{to}}.', { from, to });
  };
  const people = [
    ...(known.data ? [known.data] : []),
    ...(borrowers.data?.items ?? []).filter((each) => each.id !== given),
  ];

  return (
    <Page title={own == null ? t('Take an application') : t('Apply for a loan')}>
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { lg: '5fr 7fr' }, alignItems: 'start' }}>
        <Section title={t('Application')}>
          <FormPage form={form} submission={submission} submitLabel={t('Submit the application')}>
            {own == null && (
              <FormLookup<Values>
                name="borrowerId"
                label={t('Borrower')}
                options={people.map((each) => ({ value: each.id, label: [each.name, each.number].join(' · ') }))}
                loading={borrowers.isFetching}
                onSearch={setTyped}
                required
              />
            )}
            <FormSelect<Values>
              name="productId"
              label={t('Product')}
              options={(products.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
              help={
                products.data?.items?.length === 0
                  ? t('There is no product yet: somebody who may edit products makes one first.')
                  : undefined
              }
              required
            />
            <FormAmount<Values>
              name="principal"
              label={t('Amount')}
              currency={product?.currency ?? organization.currency}
              help={limitsOf(product) ?? t('You may type 5k for 5,000.')}
              required
            />
            <FormText<Values> name="repayments" label={t('Installments')} help={t('Empty: as the product says.')} />
            <FormText<Values>
              name="firstDueOn"
              label={t('First installment on')}
              type="date"
              min={addDays(organization.businessDate, 1)}
              help={t('Empty: one period after the payout.')}
            />
            <FormText<Values> name="purpose" label={t('Purpose')} rows={2} />
          </FormPage>
        </Section>
        <Section title={t('What it would mean')}>
          <SchedulePreview calculation={calculation} />
        </Section>
      </Box>
    </Page>
  );
}
