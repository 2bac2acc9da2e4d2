import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { isoDate } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNumberText } from '@/components/use-number-text';
import { api, read, type Schema } from '@/lib/api/client';
import { useRegion } from '@/lib/profile';

const fields = z.object({ before: isoDate() });
type Values = z.input<typeof fields>;

type Props = { readonly onClose: () => void };

/** A year before a day; the last of February where there is no such day. */
export function yearBefore(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)];
  return `${String(year).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`;
}

/** Moves old rows of the trail into a file; where one file does not take all of them, it stays open for the next. */
export function ArchiveDialog({ onClose }: Props) {
  const { t } = useTranslation();
  const number = useNumberText();
  const latest = yearBefore(useRegion().today);
  const queries = useQueryClient();
  const [made, setMade] = useState<Schema<'TrailArchived'>>();
  const send = useMutation({
    mutationFn: (body: z.output<typeof fields>) => read(api.POST('/api/audit/archives', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['audit'] }),
  });
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { before: latest } });
  const submission = useSubmit(form, async (values) => {
    const answer = await send.mutateAsync(values);
    if (answer.more) setMade(answer);
    else onClose();
  });
  return (
    <FormDialog
      title={t('Move old rows into a file')}
      form={form}
      submission={submission}
      submitLabel={made ? t('Next file') : t('Move')}
      onClose={onClose}
    >
      {made ? (
        <Alert severity="success">
          {t('{{rows}} rows are in a file. There are more of that age.', { rows: number(made.archive.rows) })}
        </Alert>
      ) : (
        <Alert severity="info">
          {t('Rows leave this page and go into a file beside the database. The seals go on to prove each of them.')}
        </Alert>
      )}
      <FormText<Values>
        name="before"
        label={t('Rows of before')}
        type="date"
        help={t('The last year always stays.')}
        required
        autoFocus
      />
    </FormDialog>
  );
}
