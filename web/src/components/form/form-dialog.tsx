import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, type ReactNode } from 'react';
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Submission } from '@/components/form/use-submit';
import { ProblemAlert } from '@/components/problem-alert';

type Props<Values extends FieldValues, Sent> = {
  readonly title: string;
  readonly form: UseFormReturn<Values, unknown, Sent>;
  readonly submission: Submission;
  readonly submitLabel: string;
  readonly danger?: boolean;
  /** There is nothing to send: it can only be left. */
  readonly isIdle?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A form in a dialog: Enter sends it, Escape leaves it, and the button locks while it is under way. */
export function FormDialog<Values extends FieldValues, Sent>(props: Props<Values, Sent>) {
  const { title, form, submission, submitLabel, danger = false, isIdle = false, onClose, children } = props;
  const { t } = useTranslation();
  const heading = useId();
  return (
    <Dialog open onClose={submission.busy ? undefined : onClose} aria-labelledby={heading}>
      <FormProvider {...form}>
        <form onSubmit={(event) => void submission.submit(event)} noValidate>
          <DialogTitle id={heading}>{title}</DialogTitle>
          <DialogContent>
            <Stack sx={{ gap: 2.25, pt: 1 }}>
              {children}
              <ProblemAlert error={submission.problem} />
            </Stack>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose} disabled={submission.busy} color="inherit">
              {isIdle ? t('Close') : t('Cancel')}
            </Button>
            {!isIdle && (
              <Button type="submit" variant="contained" loading={submission.busy} color={danger ? 'error' : 'primary'}>
                {submitLabel}
              </Button>
            )}
          </DialogActions>
        </form>
      </FormProvider>
    </Dialog>
  );
}
