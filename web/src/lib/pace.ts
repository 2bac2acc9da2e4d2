/** How far something was at a moment, in milliseconds. */
export type Reached = { readonly done: number; readonly at: number };

/** What is watched for less says nothing about the rest. */
const WATCHED_MS = 2000;

/** How many are done in a second and how many seconds are left, going by what was seen; undefined while too little was. */
export function paceOf(
  first: Reached,
  now: Reached,
  total: number,
): { readonly perSecond: number; readonly secondsLeft: number } | undefined {
  const done = now.done - first.done;
  const watched = now.at - first.at;
  if (done <= 0 || watched < WATCHED_MS) return undefined;
  const perSecond = (1000 * done) / watched;
  return { perSecond, secondsLeft: Math.max(0, total - now.done) / perSecond };
}
