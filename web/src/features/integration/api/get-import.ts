import { $api } from '@/lib/api/client';

/** An import or a try of one, with what it came to so far. */
export const importQuery = (id: string) => $api.queryOptions('get', '/api/imports/{id}', { params: { path: { id } } });
