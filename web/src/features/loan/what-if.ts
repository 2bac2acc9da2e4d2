import { z } from 'zod';
import { isoDate, percent, positiveAmount, wholeNumber } from '@/components/form/rules';
import type { NewSimulation } from '@/features/loan/api/simulate-loan';
import type { NewChange } from '@/features/loan/changes';
import { NewSimulation as limits } from '@/lib/api/limits';

const FIELDS = {
  LONGER_TERM: ['from', 'installments'],
  RATE: ['from', 'annualRate'],
  PAYMENT_HOLIDAY: ['dueOn', 'newDueOn'],
  INTEREST_HOLIDAY: ['from', 'to'],
  TOP_UP: ['amount'],
} as const;

const RULES = {
  from: isoDate(),
  to: isoDate(),
  annualRate: percent(limits.annualRate),
  installments: wholeNumber(limits.installments),
  dueOn: isoDate(),
  newDueOn: isoDate(),
  amount: positiveAmount(limits.amount),
};

/** All fields of the form; only those of the chosen change are asked for and sent. */
export const whatIfShape = z
  .object({
    kind: z.enum(['LONGER_TERM', 'RATE', 'PAYMENT_HOLIDAY', 'INTEREST_HOLIDAY', 'TOP_UP']),
    from: z.string(),
    to: z.string(),
    annualRate: z.string().transform((text) => text.trim().replace(',', '.')),
    installments: z.string(),
    dueOn: z.string(),
    newDueOn: z.string(),
    amount: z.string(),
  })
  .superRefine((values, context) => {
    for (const field of FIELDS[values.kind]) {
      const message =
        values[field] === '' ? 'Fill this in.' : RULES[field].safeParse(values[field]).error?.issues[0]?.message;
      if (message !== undefined) context.addIssue({ code: 'custom', path: [field], message });
    }
  });

export type WhatIfValues = z.input<typeof whatIfShape>;

/** What is sent: the chosen change with its own fields. */
export function whatIf(values: z.output<typeof whatIfShape>): NewSimulation {
  switch (values.kind) {
    case 'LONGER_TERM':
      return { kind: values.kind, from: values.from, installments: Number(values.installments) };
    case 'RATE':
      return { kind: values.kind, from: values.from, annualRate: values.annualRate };
    case 'PAYMENT_HOLIDAY':
      return { kind: values.kind, dueOn: values.dueOn, newDueOn: values.newDueOn };
    case 'INTEREST_HOLIDAY':
      return { kind: values.kind, from: values.from, to: values.to };
    case 'TOP_UP':
      return { kind: values.kind, amount: values.amount };
  }
}

/** What would be sent by what the form shows now; undefined while that is nothing that can be sent. */
export function typedWhatIf(values: unknown): NewSimulation | undefined {
  const typed = whatIfShape.safeParse(values);
  return typed.success ? whatIf(typed.data) : undefined;
}

/** Whether two ask for the same change. */
export function isSameChange(left: NewSimulation | undefined, right: NewSimulation | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** What can be agreed of it as terms; more money is paid out. */
export function changeOf(thought: NewSimulation): NewChange | undefined {
  const { kind, from, to, annualRate, installments, dueOn, newDueOn } = thought;
  switch (kind) {
    case 'LONGER_TERM':
    case 'RATE':
    case 'PAYMENT_HOLIDAY':
    case 'INTEREST_HOLIDAY':
      return { kind, from, to, annualRate, installments, dueOn, newDueOn };
    default:
      return undefined;
  }
}
