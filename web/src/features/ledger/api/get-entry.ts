import { $api } from '@/lib/api/client';

/** One entry of the journal with all its lines. */
export const entryQuery = (id: string) =>
  $api.queryOptions('get', '/api/ledger/entries/{id}', { params: { path: { id } } });
