import { addDays, startOfDay } from '@/lib/dates';

type Typed = { readonly action: string; readonly from: string; readonly to: string };

/** What the trail is asked: actions are small letters, and the days are those of the organization, the last one included. */
export function auditFilter({ action, from, to }: Typed, timeZone: string) {
  return {
    action: action.toLowerCase().replaceAll(/[^a-z_.]/g, '') || undefined,
    from: startOfDay(from, timeZone),
    to: startOfDay(addDays(to, 1), timeZone),
  };
}
