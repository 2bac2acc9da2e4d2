import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useColorScheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { Section } from '@/components/section';
import { OwnSessions } from '@/features/identity/components/own-sessions';
import { Passkeys } from '@/features/identity/components/passkeys';
import { PasswordForm } from '@/features/identity/components/password-form';
import { ProfileForm } from '@/features/identity/components/profile-form';
import { SecondFactor } from '@/features/identity/components/second-factor';
import { setDensity, useDensity } from '@/lib/preferences';
import { useProfile } from '@/lib/profile';

/** One's own names, phone, password, second factor, passkeys and devices, and how the screens look; others add to it. */
export function ProfilePage({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const profile = useProfile();
  const density = useDensity();
  const { mode, setMode } = useColorScheme();
  return (
    <Page title={t('Profile')}>
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
        <Stack sx={{ gap: 2.5 }}>
          <Section title={t('About you')}>
            <Facts
              facts={[
                [t('E-mail'), profile.email],
                [t('Role'), t(labelOf(profile.role ?? ''))],
                [t('Branch'), profile.branch?.name],
              ]}
            />
            <Box sx={{ mt: 2.5 }}>
              <ProfileForm profile={profile} />
            </Box>
          </Section>
          {children}
          <Section title={t('Appearance')}>
            <Stack sx={{ gap: 2, pt: 0.5 }}>
              <TextField
                select
                label={t('Colors')}
                value={mode ?? 'system'}
                onChange={(event) => setMode(event.target.value as 'light' | 'dark' | 'system')}
              >
                <MenuItem value="system">{t('As the device')}</MenuItem>
                <MenuItem value="light">{t('Light')}</MenuItem>
                <MenuItem value="dark">{t('Dark')}</MenuItem>
              </TextField>
              <TextField
                select
                label={t('Density')}
                value={density}
                onChange={(event) => setDensity(event.target.value === 'compact' ? 'compact' : 'comfortable')}
              >
                <MenuItem value="comfortable">{t('Comfortable')}</MenuItem>
                <MenuItem value="compact">{t('Compact')}</MenuItem>
              </TextField>
            </Stack>
          </Section>
        </Stack>
        <Stack sx={{ gap: 2.5, minWidth: 0 }}>
          <Section title={t('Password')}>
            <PasswordForm />
          </Section>
          <SecondFactor />
          <Passkeys />
          <OwnSessions />
        </Stack>
      </Box>
    </Page>
  );
}
