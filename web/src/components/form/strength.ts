/** How hard a password is to guess. */
export type Strength = 'WEAK' | 'FAIR' | 'GOOD' | 'STRONG';

/** What people begin with; each is guessed as easily as one letter. */
const COMMON =
  /passw[o0]rd|qwert[yz]?|asdf|letmein|welcome|admin|iloveyou|monkey|dragon|sunshine|princess|football|secret|loanwright/giu;

const POOLS: readonly (readonly [pattern: RegExp, size: number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{Nd}/u, 10],
  [/[^\p{L}\p{Nd}]/u, 20],
  [/\p{Lo}/u, 100],
];

/** The keys as they lie, one row below the other. */
const KEYS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const FAIR_BITS = 40;
const GOOD_BITS = 55;
const STRONG_BITS = 75;

/** Whether two keys lie side by side, or one below the other. */
function areNeighbours(one: string, other: string): boolean {
  const [row, otherRow] = [one, other].map((sign) => KEYS.findIndex((keys) => keys.includes(sign)));
  const place = KEYS[row ?? -1]?.indexOf(one);
  const otherPlace = KEYS[otherRow ?? -1]?.indexOf(other);
  if (row === undefined || otherRow === undefined || place === undefined || otherPlace === undefined) return false;
  return Math.abs(row - otherRow) <= 1 && Math.abs(place - otherPlace) <= 1;
}

/** Whether a sign only goes on with the two before it, as in aaa, abc, 321 and 1qaz. */
function goesOn(signs: readonly string[], at: number): boolean {
  const [before, middle, sign] = signs.slice(at - 2, at + 1);
  if (before === undefined || middle === undefined || sign === undefined) return false;
  if (areNeighbours(before, middle) && areNeighbours(middle, sign)) return true;
  const [first, second, third] = [before, middle, sign].map((each) => each.codePointAt(0) ?? 0);
  if (first === undefined || second === undefined || third === undefined) return false;
  return third - second === second - first && Math.abs(third - second) <= 1;
}

/**
 * Guesses how many bits of chance a password has: signs that repeat, go on as in 1234 or on the keyboard, or are a
 * word that everybody takes count for little. It is advice; the server alone refuses.
 */
export function strengthOf(password: string): Strength {
  const signs = Array.from(password.toLowerCase().replaceAll(COMMON, '~'));
  const free = signs.filter((_, at) => !goesOn(signs, at)).length;
  const counted = Math.min(free, 2 * new Set(signs).size);
  const pool = POOLS.filter(([pattern]) => pattern.test(password)).reduce((sum, [, size]) => sum + size, 0);
  const bits = counted * Math.log2(Math.max(pool, 2));
  if (bits < FAIR_BITS) return 'WEAK';
  if (bits < GOOD_BITS) return 'FAIR';
  return bits < STRONG_BITS ? 'GOOD' : 'STRONG';
}
