import type { Schema } from '@/lib/api/client';
import { sendForm } from '@/lib/api/files';

/** Attaches files to an expense one by one; those after one that is not taken, too. Throws why the first was not. */
export async function attachAll(expenseId: string, files: readonly File[]): Promise<void> {
  const problems: unknown[] = [];
  for (const file of files) {
    const form = new FormData();
    form.append('file', file);
    try {
      await sendForm<Schema<'ExpenseAttachment'>>(`/api/expenses/${expenseId}/attachments`, form);
    } catch (problem) {
      problems.push(problem);
    }
  }
  if (problems.length > 0) throw problems[0];
}
