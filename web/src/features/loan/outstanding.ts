/** What is owed in all, whether an answer gives the sum alone or with its parts. */
export function outstandingTotal(outstanding: unknown): string | undefined {
  if (typeof outstanding === 'string') return outstanding;
  const total = (outstanding as { total?: unknown } | null | undefined)?.total;
  return typeof total === 'string' ? total : undefined;
}
