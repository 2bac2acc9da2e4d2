import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { createContext, use, useCallback, useState, type ReactNode } from 'react';

type Notice = { readonly text: string; readonly tone: 'success' | 'error' | 'info'; readonly id: number };

const NoticeContext = createContext<(text: string, tone?: Notice['tone']) => void>(() => undefined);

/** Tells in passing what has been done. */
export function useNotice(): (text: string, tone?: Notice['tone']) => void {
  return use(NoticeContext);
}

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice>();
  const [open, setOpen] = useState(false);
  const show = useCallback((text: string, tone: Notice['tone'] = 'success') => {
    setNotice({ text, tone, id: Date.now() });
    setOpen(true);
  }, []);
  return (
    <NoticeContext value={show}>
      {children}
      <Snackbar
        key={notice?.id}
        open={open}
        autoHideDuration={6000}
        onClose={(_, reason) => reason !== 'clickaway' && setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        <Alert severity={notice?.tone ?? 'info'} variant="filled" onClose={() => setOpen(false)} sx={{ maxWidth: 560 }}>
          {notice?.text}
        </Alert>
      </Snackbar>
    </NoticeContext>
  );
}
