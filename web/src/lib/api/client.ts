import createClient from 'openapi-fetch';
import createQueries from 'openapi-react-query';
import { authFetch } from '@/lib/api/auth-fetch';
import type { components, paths } from '@/lib/api/schema';

/** The typed API; refusals are thrown as ApiProblem by authFetch, so an answer that arrives is a good one. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: authFetch });

/** Query and mutation options made from the typed API. */
export const $api = createQueries(api);

/** A record of the API by its name in the OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** A thing that people edit, with the version that `If-Match` sends back. */
export type Versioned<Data> = { readonly data: Data; readonly etag: string | undefined };

/** The body of an answer and the version that its ETag names. */
export async function readVersioned<Data>(
  call: Promise<{ data?: Data; response: Response }>,
): Promise<Versioned<Data>> {
  const { data, response } = await call;
  return { data: data as Data, etag: response.headers.get('ETag') ?? undefined };
}

/** The header that refuses a change of what somebody else has changed in the meantime. */
export function ifMatch(etag: string | undefined): { 'If-Match'?: string } {
  return etag === undefined ? {} : { 'If-Match': etag };
}

/** The body of an answer. */
export async function read<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  return data as Data;
}
