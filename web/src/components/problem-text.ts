import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';

/** Says in plain words what went wrong and what to do; the server's own words are used where it gave some. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => problemText(error, t);
}

/** Whether a command came a second time, changed, after the answer to the first one was lost on the way. */
export function isBookedAlready(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'idempotency-key-reused';
}

export function problemText(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiProblem))
    return t('Something unexpected happened. Try again; if it stays, reload the page.');
  if (error.status === 0)
    return t('The server cannot be reached. Check the connection and try again; nothing you typed is lost.');
  if (error.status === 429)
    return t('Too many attempts. Wait {{seconds}} seconds and try again.', { seconds: error.retryAfter ?? 60 });
  if (isBookedAlready(error))
    return t(
      'The first try was booked, only its answer was lost. Look at what is there before you book anything else.',
    );
  if (error.message !== '') return error.message;
  return t(WORDS[error.status] ?? 'The server could not do this. Try again in a moment.');
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'Some of the values are not valid. Check the marked fields.',
  401: 'You are not signed in any more. Sign in again to go on.',
  403: 'Your role does not allow this. Ask an administrator if you need it.',
  404: 'This does not exist, or it is outside of what you may see.',
  409: 'This was changed in the meantime. Reload and try again.',
  413: 'This file is too large.',
  422: 'The values break a rule. Check them and try again.',
};
