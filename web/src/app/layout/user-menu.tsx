import Avatar from '@mui/material/Avatar';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProfile } from '@/lib/profile';

// The menu is fetched when it is first opened; the picture in the corner stands for it until then.
const UserMenuList = lazy(async () => ({ default: (await import('@/app/layout/user-menu-list')).UserMenuList }));

/** Who is signed in, the look of the screen, and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const profile = useProfile();
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
      {anchor && (
        <Suspense>
          <UserMenuList anchor={anchor} onClose={() => setAnchor(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function initials(name: string | undefined): string {
  const words = (name ?? '').trim().split(/\s+/);
  return `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
