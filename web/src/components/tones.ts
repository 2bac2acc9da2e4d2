/** What a color says: nothing, going well, waiting, needs a look, lost. */
export type Tone = 'neutral' | 'primary' | 'success' | 'warning' | 'error' | 'info' | 'secondary';

const TONES: Readonly<Record<string, Tone>> = {
  SUBMITTED: 'info',
  UNDER_REVIEW: 'secondary',
  APPROVED: 'primary',
  ACTIVE: 'success',
  REJECTED: 'error',
  WRITTEN_OFF: 'error',
  OVERDUE: 'error',
  OVERDUE_IN_PART: 'error',
  BLOCKED: 'error',
  FAILED: 'error',
  REFUSED: 'error',
  REVERSED: 'error',
  RECORDED: 'warning',
  TAKEN_BACK: 'error',
  PARTIAL: 'warning',
  DUE: 'warning',
  DUE_IN_PART: 'warning',
  UNVERIFIED: 'warning',
  PENDING: 'warning',
  PAID: 'success',
  PAID_LATE: 'success',
  POSTED: 'success',
  DONE: 'success',
  RUNNING: 'info',
  INVITED: 'info',
  WAITING: 'warning',
  OPEN: 'info',
  KEPT: 'success',
  BROKEN: 'error',
};

export function toneOf(status: string): Tone {
  return TONES[status] ?? 'neutral';
}
