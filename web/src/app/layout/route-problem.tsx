import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useRevalidator, useRouteError } from 'react-router';
import { ScreenAway } from '@/app/layout/loaded-screen';
import { ApiProblem } from '@/lib/api/problem';
import { useProblemText } from '@/components/problem-text';

/** What is shown in place of a screen that broke: the rest of the program goes on. */
export function RouteProblem() {
  const { t } = useTranslation();
  const words = useProblemText();
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  const problemOf = (broken: unknown) => {
    if (broken instanceof ApiProblem) return words(broken);
    return broken instanceof ScreenAway
      ? t('The server cannot be reached, or it was updated. Try again, or reload the page; nothing you saved is lost.')
      : t('This screen could not be shown. Nothing you saved is lost. Reload it, or go on elsewhere.');
  };
  return (
    <Box sx={{ maxWidth: 640, mx: 'auto', p: 4 }}>
      <Alert
        severity="error"
        variant="outlined"
        action={
          <>
            {error instanceof ScreenAway && (
              <Button color="inherit" size="small" loading={state === 'loading'} onClick={() => void revalidate()}>
                {t('Try again')}
              </Button>
            )}
            <Button color="inherit" size="small" onClick={() => globalThis.location.reload()}>
              {t('Reload')}
            </Button>
          </>
        }
      >
        {problemOf(error)}
      </Alert>
    </Box>
  );
}
