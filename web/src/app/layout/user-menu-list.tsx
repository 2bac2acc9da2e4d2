import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { labelOf } from '@/components/labels';
import { api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { signedOut } from '@/lib/session';

type Props = { readonly anchor: HTMLElement; readonly onClose: () => void };

/** Who is signed in, the look of the screen, and the way out. */
export function UserMenuList({ anchor, onClose }: Props) {
  const { t } = useTranslation();
  const profile = useProfile();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { mode, setMode } = useColorScheme();

  const signOut = async () => {
    onClose();
    // Whatever the server says, this browser forgets the person.
    await api.POST('/api/auth/logout', { body: {} }).catch(() => undefined);
    queries.clear();
    signedOut();
  };

  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      <Box sx={{ px: 2, py: 1, minWidth: 220 }}>
        <Box sx={{ fontWeight: 650 }}>{profile.name}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {[t(labelOf(profile.role)), profile.branch?.name].filter(Boolean).join(' · ')}
        </Box>
      </Box>
      <Divider />
      <MenuItem
        onClick={() => {
          onClose();
          void navigate(paths.profile);
        }}
      >
        {t('Profile and appearance')}
      </MenuItem>
      <MenuItem onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')}>
        {mode === 'dark' ? t('Light colors') : t('Dark colors')}
      </MenuItem>
      <Divider />
      <MenuItem onClick={() => void signOut()}>{t('Sign out')}</MenuItem>
    </Menu>
  );
}
