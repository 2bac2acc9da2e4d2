import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { useSubmit } from '@/components/form/use-submit';
import { CodeField } from '@/features/identity/components/code-field';

const shape = z.object({ code: z.string().trim().min(1, 'Fill this in.') });
type Values = z.input<typeof shape>;

type Props = {
  readonly title: string;
  readonly submitLabel: string;
  readonly send: (code: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly danger?: boolean;
  readonly isPaperToo?: boolean;
  readonly children?: ReactNode;
};

/** Asks for a code of the second factor, and does with it what it is for. */
export function CodeDialog({ title, submitLabel, send, onClose, danger = false, isPaperToo = true, children }: Props) {
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { code: '' } });
  const submission = useSubmit(form, ({ code }) => send(code));
  return (
    <FormDialog
      title={title}
      form={form}
      submission={submission}
      submitLabel={submitLabel}
      danger={danger}
      onClose={onClose}
    >
      {children}
      <CodeField<Values> name="code" isPaperToo={isPaperToo} />
    </FormDialog>
  );
}
