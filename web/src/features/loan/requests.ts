import type { LoanRequest } from '@/features/loan/api/loan-requests';
import { KINDS } from '@/features/loan/changes';

type Words = {
  /** What it is, in lists. */
  readonly label: string;
  readonly title: string;
  /** What the amount is. */
  readonly amount: string;
  /** What whoever confirms does. */
  readonly confirm: string;
  readonly done: string;
  readonly rejection: string;
  /** That it waits, on the loan's page. */
  readonly waits: string;
  readonly givesUp: boolean;
};

/** What one person asks for of a running loan and another one decides about. */
export const REQUESTS: Readonly<Record<LoanRequest['kind'], Words>> = {
  WRITE_OFF: {
    label: 'Write-off',
    title: 'Write off {{number}}',
    amount: 'Owed when asked',
    confirm: 'Write off',
    done: 'The loan is written off.',
    rejection: 'Do not write {{number}} off',
    waits: '{{name}} asked to write off {{amount}}. Somebody else decides.',
    givesUp: true,
  },
  TOP_UP: {
    label: 'More money',
    title: 'Pay more out on {{number}}',
    amount: 'Amount',
    confirm: 'Pay out',
    done: 'The money is paid out.',
    rejection: 'Do not pay more out on {{number}}',
    waits: '{{name}} asked to pay {{amount}} more out. Somebody else decides.',
    givesUp: false,
  },
  CHANGE: {
    label: 'Other terms',
    title: 'Other terms of {{number}}',
    amount: 'Interest taken off when asked',
    confirm: 'Agree',
    done: 'The terms are agreed.',
    rejection: 'Do not agree other terms of {{number}}',
    waits: '{{name}} asked for other terms. Somebody else decides.',
    givesUp: false,
  },
};

export const REQUEST_KINDS = ['WRITE_OFF', 'TOP_UP', 'CHANGE'] as const;

/** What it is, in lists: of other terms, which. */
export function labelOfRequest({ kind, change }: LoanRequest): string {
  return KINDS.find((known) => known.kind === change?.kind)?.label ?? REQUESTS[kind].label;
}
