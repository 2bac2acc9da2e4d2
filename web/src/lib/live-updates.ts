import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { absolute, authFetch } from '@/lib/api/auth-fetch';

/** Kinds of figures that the server says have changed. */
type Topic = 'LENDING' | 'BOOKS' | 'TRAIL' | 'DAY';

const ASKED_AGAIN: Readonly<Record<Topic, readonly string[]>> = {
  LENDING: ['/api/dashboards', '/api/loans', '/api/payments', '/api/collection'],
  BOOKS: ['/api/dashboards/money', '/api/ledger', '/api/wallets', '/api/expenses'],
  TRAIL: ['/api/dashboards/controls', '/api/audit'],
  DAY: ['/api'],
};

/** However much happens, the screen asks again once in this time. */
const THROTTLE_MS = 500;
const AGAIN_MS = 1_000;
const AGAIN_AFTER_A_REFUSAL_MS = 30_000;

/** Keeps the figures on the screen up to date while it is shown. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refetch = () => {
      timer = undefined;
      const prefixes = [...waiting];
      waiting.clear();
      void client.invalidateQueries({
        predicate: ({ queryKey: [, path] }) =>
          typeof path === 'string' && prefixes.some((prefix) => path.startsWith(prefix)),
      });
    };
    void follow(stop.signal, (topics) => {
      for (const topic of topics) for (const prefix of ASKED_AGAIN[topic] ?? []) waiting.add(prefix);
      if (waiting.size > 0) timer ??= setTimeout(refetch, THROTTLE_MS);
    });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client]);
}

/** Reads streams one after the other until it is stopped; the server ends each within a minute. */
async function follow(signal: AbortSignal, onChange: (topics: readonly Topic[]) => void): Promise<void> {
  while (!signal.aborted) {
    let wait = AGAIN_MS;
    try {
      await readOnce(signal, onChange);
    } catch {
      wait = AGAIN_AFTER_A_REFUSAL_MS;
    }
    if (!signal.aborted) await pause(wait, signal);
  }
}

async function readOnce(signal: AbortSignal, onChange: (topics: readonly Topic[]) => void): Promise<void> {
  const response = await authFetch(
    new Request(absolute('/api/dashboards/updates'), { signal, headers: { Accept: 'text/event-stream' } }),
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) onChange(topicsOf(line.slice('data:'.length)));
    }
  }
}

/** What a newer server tells beside is passed over. */
export function topicsOf(data: string): readonly Topic[] {
  try {
    const { topics } = JSON.parse(data) as { topics?: unknown };
    return Array.isArray(topics)
      ? topics.filter((topic): topic is Topic => typeof topic === 'string' && topic in ASKED_AGAIN)
      : [];
  } catch {
    return [];
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
