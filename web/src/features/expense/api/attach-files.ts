import type { Schema } from '@/lib/api/client';
import { sendForm } from '@/lib/api/files';

/** Attaches files to an expense one by one, in their order; the first that is not taken ends it. */
export async function attachAll(expenseId: string, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const form = new FormData();
    form.append('file', file);
    await sendForm<Schema<'ExpenseAttachment'>>(`/api/expenses/${expenseId}/attachments`, form);
  }
}
