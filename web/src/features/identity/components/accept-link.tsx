import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

/** The link of an invitation that nobody mails; it is shown once, to hand over. */
export function AcceptLink({ link }: { readonly link: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      severity="success"
      variant="outlined"
      sx={{ mb: 2, overflowWrap: 'anywhere' }}
      action={
        <Button size="small" color="inherit" onClick={() => void navigator.clipboard?.writeText(link)}>
          {t('Copy')}
        </Button>
      }
    >
      {t('No mail server is set up. Hand this link over; it is shown only once:')}{' '}
      <strong data-testid="accept-url">{link}</strong>
    </Alert>
  );
}
