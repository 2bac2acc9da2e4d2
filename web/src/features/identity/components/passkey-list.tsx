import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import type { Schema } from '@/lib/api/client';

type Passkey = Schema<'Passkey'>;

type Props = {
  readonly items: readonly Passkey[];
  readonly busy: boolean;
  readonly onRename: (passkey: Passkey) => void;
  readonly onRemove: (passkey: Passkey) => void;
};

/** One's passkeys, one a line. */
export function PasskeyList({ items, busy, onRename, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <Box component="ul" aria-label={t('Passkeys')} sx={{ listStyle: 'none', m: 0, p: 0, width: '100%' }}>
      {items.map((each) => (
        <Stack
          component="li"
          direction="row"
          key={each.id}
          sx={{ py: 1.25, gap: 1, flexWrap: 'wrap', borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, minWidth: 160, overflowWrap: 'anywhere' }}>
            <Typography sx={{ fontWeight: 600 }}>{each.name}</Typography>
            <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {each.host}
              {' · '}
              {t('added')} <MomentText value={each.createdAt} />
              {' · '}
              {each.lastUsedAt === undefined ? (
                t('not used yet')
              ) : (
                <>
                  {t('last used')} <MomentText value={each.lastUsedAt} />
                </>
              )}
              {each.copied && ` · ${t('copied to your other devices')}`}
            </Box>
          </Box>
          <Button
            size="small"
            onClick={() => onRename(each)}
            aria-label={t('Rename {{name}}', { name: each.name })}
            sx={{ alignSelf: 'center' }}
          >
            {t('Rename')}
          </Button>
          <Button
            size="small"
            color="error"
            disabled={busy}
            onClick={() => onRemove(each)}
            aria-label={t('Remove {{name}}', { name: each.name })}
            sx={{ alignSelf: 'center' }}
          >
            {t('Remove')}
          </Button>
        </Stack>
      ))}
    </Box>
  );
}
