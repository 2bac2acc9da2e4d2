import { endOfDayIn } from '@/lib/dates';

/**
 * From where a loan is looked at: the day that its figures are of, and the moment until which what was recorded is
 * known. Left out, each is what holds now.
 */
export type Vantage = { readonly asOf?: string; readonly knownAt?: string };

/** The vantage of two days, each empty for now; what was known on a day is what was recorded until its end there. */
export function vantageOf(asOf: string, knownOn: string, timeZone = 'UTC'): Vantage {
  return {
    ...(asOf !== '' && { asOf }),
    ...(knownOn !== '' && { knownAt: endOfDayIn(knownOn, timeZone) }),
  };
}
