import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import LinearProgress from '@mui/material/LinearProgress';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigation } from 'react-router';
import { Navigation } from '@/app/layout/navigation-list';
import { TopBar } from '@/app/layout/top-bar';
import { useFocusOfScreens } from '@/app/layout/use-focus-of-screens';
import { useShortcuts } from '@/app/layout/use-shortcuts';

const CommandPalette = lazy(async () => ({ default: (await import('@/app/layout/command-palette')).CommandPalette }));
const ShortcutHelp = lazy(async () => ({ default: (await import('@/app/layout/shortcut-help')).ShortcutHelp }));

const WIDTH = 236;

/** The frame around every screen: navigation, search, the business date, and who is signed in. */
export function AppShell({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const [menu, setMenu] = useState(false);
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const navigation = useNavigation();
  useFocusOfScreens();
  useShortcuts({ onPalette: () => setPalette(true), onHelp: () => setHelp(true) });

  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh' }}>
      <Box
        component="a"
        href="#content"
        sx={{
          position: 'absolute',
          left: -9999,
          zIndex: 2000,
          p: 1.5,
          bgcolor: 'background.paper',
          '&:focus': { left: 8, top: 8 },
        }}
      >
        {t('Skip to the content')}
      </Box>
      <Box className="no-print" sx={{ width: WIDTH, flexShrink: 0, display: { xs: 'none', md: 'block' } }}>
        <Box sx={{ position: 'fixed', width: WIDTH, inset: '0 auto 0 0', overflowY: 'auto' }}>
          <Navigation />
        </Box>
      </Box>
      <Drawer
        open={menu}
        onClose={() => setMenu(false)}
        slotProps={{ paper: { sx: { width: 264 } } }}
        sx={{ display: { md: 'none' } }}
      >
        <Navigation onGo={() => setMenu(false)} />
      </Drawer>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <TopBar onMenu={() => setMenu(true)} onSearch={() => setPalette(true)} onHelp={() => setHelp(true)} />
        {navigation.state !== 'idle' && (
          <LinearProgress
            aria-label={t('Loading')}
            sx={{ position: 'fixed', top: 0, left: 0, right: 0, zIndex: 1500, height: 3 }}
          />
        )}
        <Box component="main" id="content" tabIndex={-1} sx={{ outline: 'none' }}>
          {children ?? <Outlet />}
        </Box>
      </Box>
      <Suspense>
        {palette && <CommandPalette onClose={() => setPalette(false)} />}
        {help && <ShortcutHelp onClose={() => setHelp(false)} />}
      </Suspense>
    </Box>
  );
}
