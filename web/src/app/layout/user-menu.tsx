import Avatar from '@mui/material/Avatar';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { labelOf } from '@/components/labels';
import { api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { signedOut } from '@/lib/session';

/** Who is signed in, the look of the screen, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const profile = useProfile();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { mode, setMode } = useColorScheme();
  const close = () => setAnchor(undefined);

  const signOut = async () => {
    close();
    // Whatever the server says, this browser forgets the person.
    await api.POST('/api/auth/logout', { body: {} }).catch(() => undefined);
    queries.clear();
    signedOut();
  };

  return (
    <>
      <IconButton
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-label={t('{{initials}}, your account', { initials: initials(profile.name) })}
        aria-haspopup="menu"
      >
        <Avatar
          sx={{
            width: 34,
            height: 34,
            fontSize: '0.875rem',
            fontWeight: 700,
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
          }}
        >
          {initials(profile.name)}
        </Avatar>
      </IconButton>
      <Menu open={anchor !== undefined} anchorEl={anchor} onClose={close}>
        <Box sx={{ px: 2, py: 1, minWidth: 220 }}>
          <Box sx={{ fontWeight: 650 }}>{profile.name}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {[t(labelOf(profile.role)), profile.branch?.name].filter(Boolean).join(' · ')}
          </Box>
        </Box>
        <Divider />
        <MenuItem
          onClick={() => {
            close();
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
    </>
  );
}

function initials(name: string | undefined): string {
  const words = (name ?? '').trim().split(/\s+/);
  return `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
