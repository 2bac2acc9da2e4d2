import { formatDate, formatMoment } from '@/lib/dates';
import { useRegion } from '@/lib/profile';

/** A calendar date in the organization's locale; a dash where there is none. */
export function DateText({ value }: { readonly value: string | null | undefined }) {
  const { locale } = useRegion();
  if (value === null || value === undefined || value === '') return <>–</>;
  return <time dateTime={value}>{formatDate(value, locale)}</time>;
}

/** A moment in the organization's time zone; a dash where there is none. */
export function MomentText({ value }: { readonly value: string | null | undefined }) {
  const { locale, timeZone } = useRegion();
  if (value === null || value === undefined || value === '') return <>–</>;
  return <time dateTime={value}>{formatMoment(value, locale, timeZone)}</time>;
}
