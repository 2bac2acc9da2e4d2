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
import { requiredText, wholeNumber } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, ifMatch, read, type Schema } from '@/lib/api/client';
import { ArrearsClass, ArrearsClasses } from '@/lib/api/limits';

const shape = z.object({
  classes: z
    .array(
      z.object({
        code: requiredText(ArrearsClass.code),
        name: requiredText(ArrearsClass.name),
        fromDay: wholeNumber(ArrearsClass.fromDay),
        nonPerforming: z.boolean(),
        marksDefault: z.boolean(),
        provisionPercent: requiredText(ArrearsClass.provisionPercent, 'Type a percentage like 12.5, from 0 to 100.'),
      }),
    )
    .max(ArrearsClasses.classes.maxItems)
    .superRefine((classes, context) => {
      for (const [index, { fromDay }] of classes.entries()) {
        const before = classes[index - 1];
        if (before !== undefined && fromDay <= before.fromDay)
          context.addIssue({ code: 'custom', path: [index, 'fromDay'], message: 'More than in the class before.' });
        if (before === undefined && fromDay !== 0)
          context.addIssue({ code: 'custom', path: [index, 'fromDay'], message: 'The first class begins at 0.' });
      }
    }),
});
type Values = z.input<typeof shape>;

const NEW = { code: '', name: '', nonPerforming: true, marksDefault: false, provisionPercent: '0' };
const USUAL_DAYS = 30;

type Props = { readonly classes: readonly Schema<'ArrearsClass'>[]; readonly etag: string | undefined };

/** From which day a class begins, and what follows for its loans. */
export function ClassesForm({ classes, etag }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.PUT('/api/arrears/classes', { params: { header: ifMatch(etag) }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { classes: [...classes] } });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'classes' });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved. The next close uses these classes.'));
  });
  const addClass = () => {
    const last = form.getValues('classes').at(-1);
    // What was typed is text until the form is sent; trunc() makes a number of it.
    append({ ...NEW, fromDay: last === undefined ? 0 : Math.trunc(last.fromDay) + USUAL_DAYS });
  };
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      {fields.map((field, index) => (
        <Box
          key={field.id}
          component="fieldset"
          sx={{
            border: 0,
            m: 0,
            p: 0,
            minWidth: 0,
            display: 'grid',
            gap: 1.5,
            alignItems: 'start',
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '110px 1fr 110px 110px auto auto auto' },
          }}
        >
          <FormText<Values> name={`classes.${index}.code`} label={t('Code')} required />
          <FormText<Values> name={`classes.${index}.name`} label={t('Name')} required />
          <FormText<Values> name={`classes.${index}.fromDay`} label={t('From day')} type="number" required />
          <FormText<Values> name={`classes.${index}.provisionPercent`} label={t('Set aside')} suffix="%" required />
          <FormSwitch<Values> name={`classes.${index}.nonPerforming`} label={t('Non-performing')} />
          <FormSwitch<Values> name={`classes.${index}.marksDefault`} label={t('Marks default')} />
          <IconButton
            onClick={() => remove(index)}
            aria-label={t('Remove the class')}
            disabled={index === 0}
            sx={{ justifySelf: 'start' }}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      ))}
      <Button sx={{ justifySelf: 'start', alignSelf: 'flex-start' }} onClick={addClass}>
        {t('Add a class')}
      </Button>
    </FormPage>
  );
}
