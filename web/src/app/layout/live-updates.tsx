import { useLiveUpdates } from '@/lib/live-updates';

/** Follows what others do, for whichever screen is shown. */
export function LiveUpdates() {
  useLiveUpdates();
  return null;
}
