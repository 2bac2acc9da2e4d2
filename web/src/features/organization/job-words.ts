import type { TFunction } from 'i18next';
import { labelOf } from '@/components/labels';
import type { Schema } from '@/lib/api/client';

/** What jobs do, by their kinds. */
const KINDS: readonly (readonly [kind: string, label: string])[] = [
  ['close-day', 'Close of day'],
  ['portfolio-import', 'Import of a book'],
  ['verify-books', 'Verification of the books'],
];

/** What the program does by the clock, by the names of the tasks. */
const TASKS: Readonly<Record<string, string | undefined>> = {
  'archive-trail': 'Move old rows of the trail into files',
  'borrower-figures': 'Add up the counts of borrowers',
  'close-by-itself': 'Close days by themselves',
  'close-of-day': 'Help with a close of day',
  'deliver-mail': 'Deliver mail',
  'forget-old-sessions': 'Forget old sessions',
  'mail-reminders': 'Hand reminders to mail',
  'payment-days': 'Add up the payments of days',
  'portfolio-figures': 'Add up the figures of loans',
  'rotate-signing-keys': 'Make new signing keys',
  'seal-periods': 'Seal closed months',
  'seal-records': 'Seal the trail and the journal',
  'verify-books': 'Verify the books',
  'wipe-kept-mail': 'Wipe mail that was kept',
};

/** The user id of the program itself. */
const PROGRAM = '00000000-0000-0000-0000-000000000000';

/** What to narrow jobs by. */
export const kindOptions = (t: TFunction) => KINDS.map(([value, label]) => ({ value, label: t(label) }));

/** What a job does, in words; one that is new to us is made readable. */
export function kindOf(kind: string, t: TFunction): string {
  return t(KINDS.find(([known]) => known === kind)?.[1] ?? labelOf(kind));
}

/** What a task of the clock does, in words. */
export const taskOf = (name: string, t: TFunction): string => t(TASKS[name] ?? labelOf(name));

/** Who began a job: a person, or the program by the clock. */
export function starterOf(job: Pick<Schema<'Job'>, 'startedBy' | 'startedByName'>, t: TFunction): string {
  return job.startedBy === PROGRAM ? t('The program') : job.startedByName;
}
