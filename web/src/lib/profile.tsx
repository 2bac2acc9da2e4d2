import { createContext, use } from 'react';
import { deviceToday } from '@/lib/dates';
import type { Schema } from '@/lib/api/client';
import type { Permission } from '@/lib/permissions';

/** Who is signed in, and for which organization. */
export type Profile = Schema<'Profile'>;

export const ProfileContext = createContext<Profile | undefined>(undefined);

/** The signed-in person; only for what is shown to signed-in people. */
export function useProfile(): Profile {
  const profile = use(ProfileContext);
  if (profile === undefined) throw new Error('useProfile is used outside of the signed-in part');
  return profile;
}

/** Whether the caller's role grants a permission at all; how far it reaches is the server's to say. */
export function useMay(): (permission: Permission) => boolean {
  const profile = use(ProfileContext);
  return (permission) => profile?.permissions?.[permission] !== undefined;
}

/** The organization's locale, zone and business date, and the browser's where nobody is signed in. */
export function useRegion(): { locale: string; timeZone: string | undefined; currency: string; today: string } {
  const organization = use(ProfileContext)?.organization;
  return {
    locale: usableLocale(organization?.locale),
    timeZone: organization?.timeZone,
    currency: organization?.currency ?? 'USD',
    today: organization?.businessDate ?? deviceToday(),
  };
}

function usableLocale(wanted: string | undefined): string {
  if (wanted === undefined || wanted === '') return navigator.language;
  try {
    return Intl.getCanonicalLocales(wanted.replace('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
