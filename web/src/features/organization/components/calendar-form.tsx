import RemoveIcon from '@mui/icons-material/Close';
import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useMutation } from '@tanstack/react-query';
import { useFieldArray, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormSwitch } from '@/components/form/form-switch';
import { FormText } from '@/components/form/form-text';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { useNotice } from '@/components/notice';
import { api, ifMatch, read, type Schema } from '@/lib/api/client';
import { Holiday, WorkingCalendar } from '@/lib/api/limits';

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

const shape = z
  .object({
    days: z.record(z.string(), z.boolean()),
    holidays: z
      .array(z.object({ on: isoDate(), name: requiredText(Holiday.name) }))
      .max(WorkingCalendar.holidays.maxItems),
  })
  .superRefine(({ days, holidays }, context) => {
    if (!WEEKDAYS.some((day) => days[day]))
      context.addIssue({ code: 'custom', path: ['days', 'MONDAY'], message: 'Somebody has to work on some day.' });
    const known = new Set<string>();
    for (const [index, { on }] of holidays.entries()) {
      if (known.has(on))
        context.addIssue({ code: 'custom', path: ['holidays', index, 'on'], message: 'This day is in the list.' });
      known.add(on);
    }
  });
type Values = z.input<typeof shape>;

type Props = { readonly calendar: Schema<'WorkingCalendar'>; readonly etag: string | undefined };

/** On which weekdays the house works, and the days on which it does not all the same. */
export function CalendarForm({ calendar, etag }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({
    mutationFn: ({ days, holidays }: z.output<typeof shape>) =>
      read(
        api.PUT('/api/calendar', {
          params: { header: ifMatch(etag) },
          body: { workingWeek: WEEKDAYS.filter((day) => days[day]), holidays },
        }),
      ),
  });
  const works = Object.fromEntries(WEEKDAYS.map((day) => [day, calendar.workingWeek.includes(day)]));
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { days: works, holidays: calendar.holidays },
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'holidays' });
  const refused = form.formState.errors.days?.['MONDAY']?.message;
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved. New applications use this calendar.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
        <Box component="legend" sx={{ p: 0, mb: 0.5, color: 'text.secondary' }}>
          {t('Working days')}
        </Box>
        {WEEKDAYS.map((day) => (
          <FormSwitch<Values> key={day} name={`days.${day}`} label={t(labelOf(day))} />
        ))}
        {refused !== undefined && (
          <Box role="alert" sx={{ color: 'error.main', fontSize: '0.8125rem' }}>
            {t(refused)}
          </Box>
        )}
      </Box>
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 1.5 }}>
        <Box component="legend" sx={{ p: 0, mb: 1.5, color: 'text.secondary' }}>
          {t('Holidays: further days on which nobody works.')}
        </Box>
        {fields.map((field, index) => (
          <Box
            key={field.id}
            sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr auto', sm: '180px 1fr auto' } }}
          >
            <FormText<Values> name={`holidays.${index}.on`} label={t('Day')} type="date" required />
            <Box sx={{ gridColumn: { xs: 1, sm: 2 }, gridRow: { xs: 2, sm: 1 } }}>
              <FormText<Values> name={`holidays.${index}.name`} label={t('Name')} required />
            </Box>
            <IconButton
              onClick={() => remove(index)}
              aria-label={t('Remove the holiday')}
              sx={{ gridColumn: { xs: 2, sm: 3 }, gridRow: 1, justifySelf: 'start', alignSelf: 'start' }}
            >
              <RemoveIcon />
            </IconButton>
          </Box>
        ))}
        <Button sx={{ justifySelf: 'start' }} onClick={() => append({ on: '', name: '' })}>
          {t('Add a holiday')}
        </Button>
      </Box>
    </FormPage>
  );
}
