import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { paths } from '@/lib/paths';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('Nothing here')}>
      <EmptyState
        title={t('This page does not exist')}
        action={
          <Button component={Link} to={paths.dashboard} variant="contained">
            {t('Go to the dashboard')}
          </Button>
        }
      >
        {t('The address may be mistyped, or the page has moved.')}
      </EmptyState>
    </Page>
  );
}
