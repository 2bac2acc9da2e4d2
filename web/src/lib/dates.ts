/** ISO dates as text; a date without a time is never put through a time zone. */

/** A date as people of a locale read it; what is no date is shown as it came. */
export function formatDate(iso: string, locale: string, style: 'medium' | 'short' | 'long' = 'medium'): string {
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(time);
}

/** A moment in the organization's time zone. */
export function formatMoment(iso: string, locale: string, timeZone?: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  try {
    return new Intl.DateTimeFormat(locale, {
      ...options,
      ...(timeZone !== undefined && { timeZone: knownZone(timeZone) }),
    }).format(time);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(time);
  }
}

/** The date some days later, or earlier by a negative number. */
export function addDays(iso: string, days: number): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return iso;
  return new Date(time + days * 86_400_000).toISOString().slice(0, 10);
}

/** Today by the device's calendar; rules use the business date instead. */
export function deviceToday(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Today by the calendar of a time zone. */
export function todayIn(timeZone: string): string {
  return new Date(wallClock(Date.now(), timeZone)).toISOString().slice(0, 10);
}

/** The last moment of a day by the clocks of a time zone. */
export function endOfDayIn(day: string, timeZone: string): string {
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  const offsetAt = (moment: number) => wallClock(moment, timeZone) - moment;
  // The offset at midnight there, which may differ from that at midnight in Greenwich.
  const offset = offsetAt(midnight - offsetAt(midnight));
  return new Date(midnight - offset - 1).toISOString();
}

/** How many days lie between two dates; negative where the second comes first. */
export function daysBetween(from: string, to: string): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? 0 : Math.round(days);
}

/** A zone as the browser knows it: the server also takes names like `Z`, which is UTC. */
function knownZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** What the clocks of a zone show at a moment, as if they were those of UTC. */
function wallClock(moment: number, timeZone: string): number {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...style, timeZone: knownZone(timeZone), hourCycle: 'h23' });
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return Date.parse(`${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:00Z`);
}
