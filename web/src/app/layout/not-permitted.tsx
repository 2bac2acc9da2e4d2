import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';

/** A screen that is there, and not for this person's role. */
export function NotPermitted() {
  const { t } = useTranslation();
  const { role } = useProfile();
  return (
    <Page title={t('Not for your role')}>
      <EmptyState
        title={t('Your role does not open this screen')}
        action={
          <Button component={Link} to={paths.dashboard} variant="contained">
            {t('Go to the start')}
          </Button>
        }
      >
        {t('You are signed in as {{role}}. Ask an administrator if you need more.', { role: t(labelOf(role)) })}
      </EmptyState>
    </Page>
  );
}
