import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormText } from '@/components/form/form-text';
import { optionalText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, ifMatch, read, type Schema } from '@/lib/api/client';
import { HowToPay } from '@/lib/api/limits';

const shape = z.object({ text: optionalText(HowToPay.text) });
type Values = z.input<typeof shape>;

type Props = { readonly words: Schema<'HowToPay'>; readonly etag: string | undefined };

/** What borrowers are told of how to pay. */
export function HowToPayForm({ words, etag }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({
    mutationFn: ({ text }: z.output<typeof shape>) =>
      read(api.PUT('/api/payments/how-to-pay', { params: { header: ifMatch(etag) }, body: { text: text ?? null } })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { text: words.text ?? '' } });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <Box sx={{ color: 'text.secondary' }}>
        {t(
          'Borrowers read it on their own page, under Pay now: account, number, places and hours. {{name}} is the number of the loan. Empty, nothing is offered.',
          {
            name: '{loan}',
            interpolation: { escapeValue: false },
          },
        )}
      </Box>
      <FormText<Values> name="text" label={t('How to pay')} rows={6} />
    </FormPage>
  );
}
