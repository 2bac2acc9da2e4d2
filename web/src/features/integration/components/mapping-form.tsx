import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { labelOf } from '@/components/labels';
import { ProblemAlert } from '@/components/problem-alert';
import { Section } from '@/components/section';
import { sendImport } from '@/features/integration/api/send-import';
import type { ChosenFile } from '@/features/integration/components/file-choice';
import { ImportButtons, type Trial } from '@/features/integration/components/import-buttons';
import { MappingPart } from '@/features/integration/components/mapping-part';
import {
  FATES,
  guessed,
  LOAN_FIELDS,
  mappingOf,
  mappingShape,
  PAYMENT_FIELDS,
  type ImportMapping,
  type MappingValues,
} from '@/features/integration/mapping';
import { useGuesses } from '@/features/integration/use-guesses';
import { $api } from '@/lib/api/client';
import { randomId } from '@/lib/ids';
import { useProfile } from '@/lib/profile';

const GRID = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))' };

type Props = {
  readonly loans: ChosenFile | undefined;
  readonly payments: ChosenFile | undefined;
  /** The last try: of which order, and whether it still runs or has ended well. */
  readonly trial?: Trial | undefined;
  readonly onStarted: (started: { readonly id: string; readonly dryRun: boolean; readonly order: string }) => void;
};

/** What would be imported: the same files, meaning the same. */
function orderOf(files: readonly (ChosenFile | undefined)[], mapping: ImportMapping): string {
  return JSON.stringify([
    files.map((chosen) => chosen && [chosen.file.name, chosen.file.size, chosen.file.lastModified]),
    mapping,
  ]);
}

/** Says what the files mean, tries it out, and writes it. */
export function MappingForm({ loans, payments, trial, onStarted }: Props) {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const previews = { loans: loans?.preview, payments: payments?.preview };
  const products = useQuery($api.queryOptions('get', '/api/products'));
  const form = useForm({
    resolver: zodResolver(mappingShape),
    defaultValues: guessed(previews, organization.currency),
  });
  useGuesses(form, previews, organization.currency);
  const productId = useWatch({ control: form.control, name: 'productId' });
  const statuses = useWatch({ control: form.control, name: 'statuses' });
  // One order, one key: a retry after a lost answer starts nothing twice, and another mapping is another order.
  const sent = useRef({ order: '', key: '' });
  const start = useMutation({
    mutationFn: async (dryRun: boolean) => {
      const mapping = mappingOf(mappingShape.parse(form.getValues()), previews);
      const asked = orderOf([loans, payments], mapping);
      const whole = `${asked} ${dryRun}`;
      if (sent.current.order !== whole) sent.current = { order: whole, key: randomId() };
      const { id } = await sendImport({
        loans: loans?.file,
        payments: payments?.file,
        mapping,
        dryRun,
        key: sent.current.key,
      });
      return { id, dryRun, order: asked };
    },
    onSuccess: (started) => {
      sent.current = { order: '', key: '' };
      onStarted(started);
    },
  });
  const send = (dryRun: boolean) => form.handleSubmit(() => start.mutate(dryRun));

  return (
    <FormProvider {...form}>
      <Stack component="form" sx={{ gap: 2.5 }} noValidate onSubmit={(event) => void send(true)(event)}>
        <Section title={t('Where it comes from')}>
          <Box sx={GRID}>
            <FormText<MappingValues>
              name="source"
              label={t('Name of the other system')}
              help={t('Rows are known by it: a file that is imported again adds nothing.')}
              required
            />
            {loans && (
              <FormSelect<MappingValues>
                name="productId"
                label={t('Product')}
                options={[
                  { value: '', label: t('A new one') },
                  ...(products.data?.items ?? []).map((each) => ({ value: each.id, label: each.name })),
                ]}
              />
            )}
            {loans && productId === '' && (
              <>
                <FormText<MappingValues> name="productName" label={t('Name of the new product')} required />
                <FormText<MappingValues> name="currency" label={t('Currency')} required />
              </>
            )}
          </Box>
        </Section>
        {loans && <MappingPart part="loans" title={t('Loans')} fields={LOAN_FIELDS} preview={loans.preview} />}
        {loans && statuses.length > 0 && (
          <Section title={t('What its words for a loan’s state mean')}>
            <Box sx={GRID}>
              {statuses.map(({ word }, index) => (
                <FormSelect<MappingValues>
                  key={word}
                  name={`statuses.${index}.fate`}
                  label={word}
                  required
                  options={FATES.map((value) => ({ value, label: t(labelOf(value)) }))}
                />
              ))}
            </Box>
          </Section>
        )}
        {payments && (
          <MappingPart part="payments" title={t('Payments')} fields={PAYMENT_FIELDS} preview={payments.preview} />
        )}
        <ProblemAlert error={start.error} />
        <ImportButtons
          trial={trial}
          orderOf={(values) => orderOf([loans, payments], mappingOf(values, previews))}
          sending={start.isPending ? (start.variables ? 'try' : 'import') : undefined}
          onImport={() => void send(false)()}
        />
      </Stack>
    </FormProvider>
  );
}
