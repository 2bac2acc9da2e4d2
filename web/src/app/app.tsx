import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { makeRouter } from '@/app/router';
import { NoticeProvider } from '@/components/notice';
import { makeTheme } from '@/components/theme';
import { makeQueryClient } from '@/lib/query-client';
import { useDensity } from '@/lib/preferences';

/** The whole program: look, data, messages and screens. */
export function App() {
  const density = useDensity();
  const theme = useMemo(() => makeTheme(density), [density]);
  const [queryClient] = useState(makeQueryClient);
  const [router] = useState(makeRouter);
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="loanwright.mode">
      <CssBaseline enableColorScheme />
      <QueryClientProvider client={queryClient}>
        <NoticeProvider>
          <RouterProvider router={router} />
        </NoticeProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
