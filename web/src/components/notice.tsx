import { createContext, lazy, Suspense, use, useCallback, useState, type ReactNode } from 'react';

export type Notice = { readonly text: string; readonly tone: 'success' | 'error' | 'info'; readonly id: number };

const NoticeBar = lazy(async () => ({ default: (await import('@/components/notice-bar')).NoticeBar }));

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
      {notice && (
        <Suspense>
          <NoticeBar key={notice.id} notice={notice} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </NoticeContext>
  );
}
