import type { ImportMapping, Preview } from '@/features/integration/mapping';
import type { Schema } from '@/lib/api/client';
import { sendForm } from '@/lib/api/files';

/** What a file looks like, and what its columns could mean; nothing is kept. */
export function previewFile(file: File): Promise<Preview> {
  const form = new FormData();
  form.append('file', file);
  return sendForm<Preview>('/api/imports/preview', form);
}

export type Order = {
  readonly loans: File | undefined;
  readonly payments: File | undefined;
  readonly mapping: ImportMapping;
  readonly dryRun: boolean;
  /** The same on every retry of the same order. */
  readonly key: string;
};

/** Starts an import; a dry run does everything and takes it back. */
export function sendImport({ loans, payments, mapping, dryRun, key }: Order): Promise<Schema<'ImportStarted'>> {
  const form = new FormData();
  const first = loans ?? payments;
  if (first !== undefined) form.append('file', first);
  if (loans !== undefined && payments !== undefined) form.append('payments', payments);
  form.append('mapping', new Blob([JSON.stringify(mapping)], { type: 'application/json' }));
  form.append('dryRun', String(dryRun));
  return sendForm('/api/imports', form, { 'Idempotency-Key': key });
}
