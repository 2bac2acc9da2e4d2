import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/components/problem-text';
import { readable } from '@/components/readable';
import { ApiProblem, asSentence } from '@/lib/api/problem';

/** A refusal in plain words, with a way to try again where that may help. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  const words = useProblemText();
  if (error === undefined || error === null) return null;
  const said = words(error);
  const fields = error instanceof ApiProblem ? error.fields.filter(({ message }) => !isSaid(message, said)) : [];
  return (
    <Alert
      severity="error"
      variant="outlined"
      sx={{ my: 1 }}
      action={
        onRetry &&
        isWorthAnotherTry(error) && (
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('Try again')}
          </Button>
        )
      }
    >
      {said}
      {fields.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{`${t(readable(field))}: ${message}`}</li>
          ))}
        </Box>
      )}
    </Alert>
  );
}

/** Whether a sentence says of a field what is wrong with it already. */
function isSaid(message: string, sentence: string): boolean {
  return sentence.toLowerCase().endsWith(asSentence(message).toLowerCase());
}

/** Whether the same question may get another answer: a refusal of what was asked stays one. */
function isWorthAnotherTry(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  return error.status < 400 || error.status === 401 || error.status === 429 || error.status >= 500;
}
