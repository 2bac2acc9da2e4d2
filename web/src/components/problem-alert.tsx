import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/components/problem-text';

/** A refusal in plain words, with a way to try again where that may help. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  if (error === undefined || error === null) return null;
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ my: 1 }}
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('Try again')}
          </Button>
        )
      }
    >
      {words(error)}
    </Alert>
  );
}
