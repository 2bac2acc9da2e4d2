import { useState, type BaseSyntheticEvent } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiProblem, asSentence } from '@/lib/api/problem';

/** A form on its way to the server: how to send it, whether it is under way, and what could not be told at a field. */
export type Submission = {
  readonly submit: (event?: BaseSyntheticEvent) => Promise<void>;
  readonly busy: boolean;
  readonly problem: unknown;
};

/** Sends a form; the server's word on a field is shown at that field, everything else above the buttons. */
export function useSubmit<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent extends FieldValues ? Sent : Values>,
  send: (values: Sent extends FieldValues ? Sent : Values) => Promise<unknown>,
): Submission {
  const [problem, setProblem] = useState<unknown>();
  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    try {
      await send(values);
    } catch (error) {
      setProblem(tellAtFields(error, form) ? undefined : error);
    }
  });
  return { submit, busy: form.formState.isSubmitting, problem };
}

/** Puts the refused fields of a problem at the fields of a form; true when all of them found one. */
export function tellAtFields<Values extends FieldValues, Sent>(
  error: unknown,
  form: Pick<UseFormReturn<Values, unknown, Sent>, 'setError' | 'getValues'>,
): boolean {
  if (!(error instanceof ApiProblem) || error.fields.length === 0) return false;
  const known = form.getValues() as Record<string, unknown>;
  let told = 0;
  for (const { field, message } of error.fields) {
    const root = field.split(/[.[]/)[0] ?? field;
    if (!(root in known)) continue;
    const path = field.replaceAll(/\[(\d+)\]/g, '.$1') as Path<Values>;
    form.setError(path, { type: 'server', message: asSentence(message) }, { shouldFocus: told === 0 });
    told += 1;
  }
  return told === error.fields.length;
}
