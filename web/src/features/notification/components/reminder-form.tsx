import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFieldArray, useForm, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormSelect } from '@/components/form/form-select';
import { FormSwitch } from '@/components/form/form-switch';
import { FormText } from '@/components/form/form-text';
import { requiredText, wholeNumber } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, ifMatch, read, type Schema } from '@/lib/api/client';
import { ReminderRule, ReminderSettings } from '@/lib/api/limits';

const shape = z.object({
  enabled: z.boolean(),
  mailed: z.boolean(),
  rules: z
    .array(
      z.object({
        kind: z.enum(['DUE_SOON', 'OVERDUE', 'PAID_OUT', 'SETTLED']),
        days: wholeNumber(ReminderRule.days),
        subject: requiredText(ReminderRule.subject),
        body: requiredText(ReminderRule.body),
      }),
    )
    .max(ReminderSettings.rules.maxItems),
});
type Values = z.input<typeof shape>;

type Props = { readonly settings: Schema<'ReminderSettings'>; readonly etag: string | undefined };

/** Whether borrowers are reminded, when, and in which words. */
export function ReminderForm({ settings, etag }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.PUT('/api/reminders/settings', { params: { header: ifMatch(etag) }, body })),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { enabled: settings.enabled, mailed: settings.mailed, rules: [...settings.rules] },
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rules' });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <FormSwitch<Values> name="enabled" label={t('Make messages')} />
      <FormSwitch<Values> name="mailed" label={t('Mail them to borrowers who have an address')} />
      <Box sx={{ color: 'text.secondary' }}>
        {t('Filled in: {{names}}.', {
          names: '{name}, {loan}, {amount}, {penalties}, {due}, {lender}',
          interpolation: { escapeValue: false },
        })}
      </Box>
      {fields.map((field, index) => (
        <Box
          key={field.id}
          component="fieldset"
          aria-label={t('Reminder {{number}}', { number: index + 1 })}
          sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 1.5 }}
        >
          <FormSelect<Values>
            name={`rules.${index}.kind`}
            label={t('When')}
            options={[
              { value: 'DUE_SOON', label: t('Days before the due date') },
              { value: 'OVERDUE', label: t('Days past due') },
              { value: 'PAID_OUT', label: t('When the loan is paid out') },
              { value: 'SETTLED', label: t('When the loan is paid off') },
            ]}
          />
          <RuleDays index={index} />
          <FormText<Values> name={`rules.${index}.subject`} label={t('Subject')} required />
          <FormText<Values> name={`rules.${index}.body`} label={t('Text')} rows={10} required />
          <Button onClick={() => remove(index)} sx={{ justifySelf: 'start' }}>
            {t('Remove reminder {{number}}', { number: index + 1 })}
          </Button>
        </Box>
      ))}
      <Button
        sx={{ justifySelf: 'start', alignSelf: 'flex-start' }}
        onClick={() => append({ kind: 'OVERDUE', days: 60, subject: '', body: '' })}
      >
        {t('Add a reminder')}
      </Button>
    </FormPage>
  );
}

/** How many days; what is told at once has none. */
function RuleDays({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const { setValue } = useFormContext<Values>();
  const kind = useWatch<Values, `rules.${number}.kind`>({ name: `rules.${index}.kind` });
  const days = useWatch<Values, `rules.${number}.days`>({ name: `rules.${index}.days` });
  const isAtOnce = kind === 'PAID_OUT' || kind === 'SETTLED';
  useEffect(() => {
    if (isAtOnce && days !== 0) setValue(`rules.${index}.days`, 0);
  }, [isAtOnce, days, index, setValue]);
  return isAtOnce ? null : <FormText<Values> name={`rules.${index}.days`} label={t('Days')} type="number" required />;
}
