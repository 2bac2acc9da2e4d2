import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormPage } from '@/components/form/form-page';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { Page } from '@/components/page';
import { Section } from '@/components/section';
import { useCurrencies } from '@/components/use-currencies';
import { ManualLines } from '@/features/ledger/components/manual-lines';
import { BLANK, shape, type Values } from '@/features/ledger/manual-entry-form';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { useIdempotencyKey } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';

/** Writes an entry down by hand; somebody else posts it. */
export function NewManualEntryPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { organization, permissions } = useProfile();
  const currencies = useCurrencies();
  const choosesBranch = permissions['ledger.draft'] === 'ORGANIZATION' && may('branch.view');
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: choosesBranch });
  const open = (branches.data?.items ?? []).filter((branch) => branch.active);
  const send = useMutation({
    mutationFn: (body: Schema<'NewManualEntry'>) =>
      read(api.POST('/api/ledger/manual-entries', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      on: organization.businessDate,
      branchId: '',
      currency: organization.currency,
      description: '',
      reason: '',
      lines: [BLANK, BLANK],
    } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The entry waits for somebody else to post it.'));
    await navigate(paths.manualEntries);
  });
  return (
    <Page title={t('New entry by hand')} subtitle={t('It is in the books when somebody else has posted it.')}>
      <Box sx={{ maxWidth: 860 }}>
        <Section title={t('Entry')}>
          <FormPage form={form} submission={submission} submitLabel={t('Hand it in')}>
            <FormText<Values> name="description" label={t('What the journal will say')} required autoFocus />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
              <FormText<Values>
                name="on"
                label={t('Counts from')}
                type="date"
                max={organization.businessDate}
                disabled={!may('payment.backdate')}
                required
              />
              <FormSelect<Values>
                name="currency"
                label={t('Currency')}
                options={currencies.map((value) => ({ value, label: value }))}
              />
              {choosesBranch && open.length > 1 && (
                <FormSelect<Values>
                  name="branchId"
                  label={t('Branch')}
                  options={[
                    { value: '', label: t('My own') },
                    ...open.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              )}
            </Box>
            <ManualLines />
            <FormText<Values> name="reason" label={t('Why it is needed')} rows={3} required />
          </FormPage>
        </Section>
      </Box>
    </Page>
  );
}
