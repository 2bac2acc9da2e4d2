import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '@/lib/api/problem';

/** Answers kept for the screens. What was written may change any figure, so each success asks for all shown ones again. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      // A preview writes nothing: it says so by its meta, and the screens are left as they are.
      onSuccess: (_data, _variables, _context, mutation) => {
        if (mutation.meta?.['readsOnly'] !== true) {
          void client.invalidateQueries({ predicate: (query) => query.meta?.['isPreview'] !== true });
        }
      },
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (count, error) => count < 2 && mayPass(error) },
      mutations: { retry: false },
    },
  });
  return client;
}

/** A refusal stays one; only a server that is away or overloaded is worth another try. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 502 || error.status === 503);
}
