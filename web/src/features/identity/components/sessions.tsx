import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { deviceName } from '@/features/identity/device-name';
import type { Schema } from '@/lib/api/client';

export type Session = Schema<'Session'>;

type Props = {
  readonly label: string;
  readonly items: readonly Session[];
  readonly onEnd?: (session: Session) => void;
  readonly busy?: boolean;
};

/** Where somebody is signed in, one device a line; each but this one can be signed out. */
export function Sessions({ label, items, onEnd, busy = false }: Props) {
  const { t } = useTranslation();
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((each) => {
        const name = deviceName(each.device) || t('Unknown device');
        return (
          <Stack
            component="li"
            direction="row"
            key={each.id}
            sx={{ py: 1.25, gap: 2, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }} title={each.device}>
              <Typography sx={{ fontWeight: 600 }}>
                {each.current ? t('{{name}} (this one)', { name }) : name}
              </Typography>
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                {each.address}
                {' · '}
                {t('signed in')} <MomentText value={each.signedInAt} />
                {' · '}
                {t('last used')} <MomentText value={each.lastUsedAt} />
              </Box>
            </Box>
            {onEnd && !each.current && (
              <Button
                size="small"
                color="error"
                disabled={busy}
                onClick={() => onEnd(each)}
                aria-label={t('Sign out {{name}}', { name })}
                sx={{ alignSelf: 'center', flexShrink: 0 }}
              >
                {t('Sign out')}
              </Button>
            )}
          </Stack>
        );
      })}
    </Box>
  );
}
