import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import { placesFor } from '@/app/layout/navigation';
import { useMay } from '@/lib/profile';

/** Every shortcut on one page. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const places = placesFor(may).flatMap((group) => group.places);
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl K', t('Search, or run a command')],
    ['/', t('Search in the list on the screen')],
    ['?', t('This help')],
    ['Esc', t('Close a dialog')],
    ['Enter', t('Send a form, open a row')],
    ...places
      .filter((place) => place.key !== undefined)
      .map((place) => [`g ${place.key ?? ''}`, t(place.label)] as const),
  ];
  return (
    <Dialog open onClose={onClose} aria-labelledby="shortcut-help">
      <DialogTitle id="shortcut-help">{t('Keyboard shortcuts')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 1 }}>
          {keys.map(([key, what]) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Box
                  component="kbd"
                  sx={{
                    px: 1,
                    py: 0.25,
                    border: 1,
                    borderColor: 'divider',
                    borderRadius: 1,
                    fontFamily: 'inherit',
                    fontSize: '0.8125rem',
                  }}
                >
                  {key}
                </Box>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {what}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
