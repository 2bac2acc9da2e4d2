import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import type { Notice } from '@/components/notice';

type Props = { readonly notice: Notice; readonly open: boolean; readonly onClose: () => void };

/** A notice at the foot of the page, for a while. */
export function NoticeBar({ notice, open, onClose }: Props) {
  return (
    <Snackbar
      open={open}
      autoHideDuration={6000}
      onClose={(_, reason) => reason !== 'clickaway' && onClose()}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
    >
      <Alert severity={notice.tone} variant="filled" onClose={onClose} sx={{ maxWidth: 560 }}>
        {notice.text}
      </Alert>
    </Snackbar>
  );
}
