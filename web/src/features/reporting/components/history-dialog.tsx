import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import { History } from '@/features/reporting/components/history';

type Props = { readonly borrowerId: string; readonly name: string; readonly onClose: () => void };

/** Everything that one person ever borrowed and repaid, one click from any list. */
export function HistoryDialog({ borrowerId, name, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="history-title">
      <DialogTitle id="history-title">{t('History of {{name}}', { name })}</DialogTitle>
      <DialogContent>
        <History borrowerId={borrowerId} />
      </DialogContent>
      <DialogActions className="no-print">
        <Button color="inherit" onClick={() => globalThis.print()}>
          {t('Print')}
        </Button>
        <Button onClick={onClose} autoFocus>
          {t('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
