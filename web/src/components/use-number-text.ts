import { useRegion } from '@/lib/profile';

/** Writes whole numbers as the organization does: `2,185`. */
export function useNumberText(): (number: number | null | undefined) => string {
  const format = new Intl.NumberFormat(useRegion().locale);
  return (number) => format.format(number ?? 0);
}
