import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { useProblemText } from '@/components/problem-text';

/** What is shown in place of a screen that broke: the rest of the program goes on. */
export function RouteProblem() {
  const { t } = useTranslation();
  const words = useProblemText();
  const error = useRouteError();
  return (
    <Box sx={{ maxWidth: 640, mx: 'auto', p: 4 }}>
      <Alert
        severity="error"
        variant="outlined"
        action={
          <Button color="inherit" size="small" onClick={() => globalThis.location.reload()}>
            {t('Reload')}
          </Button>
        }
      >
        {error instanceof ApiProblem
          ? words(error)
          : t('This screen could not be shown. Nothing you saved is lost. Reload it, or go on elsewhere.')}
      </Alert>
    </Box>
  );
}
