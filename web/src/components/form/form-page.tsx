import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Submission } from '@/components/form/use-submit';
import { ProblemAlert } from '@/components/problem-alert';

type Props<Values extends FieldValues, Sent> = {
  readonly form: UseFormReturn<Values, unknown, Sent>;
  readonly submission: Submission;
  readonly submitLabel: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A form on a page of its own: fields, what the server said, one button. */
export function FormPage<Values extends FieldValues, Sent>({
  form,
  submission,
  submitLabel,
  wide = false,
  children,
}: Props<Values, Sent>) {
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submission.submit(event)} noValidate>
        <Stack sx={{ gap: 2.25 }}>
          {children}
          <ProblemAlert error={submission.problem} />
          <Button
            type="submit"
            variant="contained"
            loading={submission.busy}
            sx={wide ? { py: 1.25 } : { alignSelf: 'flex-start' }}
          >
            {submitLabel}
          </Button>
        </Stack>
      </form>
    </FormProvider>
  );
}
