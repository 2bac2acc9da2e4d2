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

const ALL = Object.keys(ASKED_AGAIN) as Topic[];

/** The first change is shown after this time, with what else happens meanwhile. */
const FIRST_MS = 500;
/** However much happens, the screen asks again once in this time. */
const THROTTLE_MS = 5_000;
const AGAIN_MS = 1_000;
const AGAIN_AFTER_A_REFUSAL_MS = 30_000;

/** Keeps the figures on the screen up to date while it is shown. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastAt = -Infinity;
    const refetch = () => {
      timer = undefined;
      lastAt = Date.now();
      const prefixes = [...waiting];
      waiting.clear();
      void client.invalidateQueries({
        predicate: ({ queryKey: [, path] }) =>
          typeof path === 'string' && prefixes.some((prefix) => path.startsWith(prefix)),
      });
    };
    const stop = followWhileShown((topics) => {
      for (const topic of topics) for (const prefix of ASKED_AGAIN[topic] ?? []) waiting.add(prefix);
      if (waiting.size > 0) timer ??= setTimeout(refetch, untilAskedAgain(Date.now() - lastAt));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}

/** How long a change waits that is told so long after the screen asked last. */
export function untilAskedAgain(sinceLast: number): number {
  return Math.max(FIRST_MS, THROTTLE_MS - Math.max(0, sinceLast));
}

/**
 * Follows what changes while the page is shown. One that is hidden has no stream: it would keep its session in use, and
 * a browser opens few connections to one server, for all its tabs together.
 *
 * @returns what stops it
 */
export function followWhileShown(onChange: (topics: readonly Topic[]) => void): () => void {
  let stop: AbortController | undefined;
  let isFirst = true;
  const look = () => {
    if (document.visibilityState === 'hidden') {
      stop?.abort();
      stop = undefined;
    } else if (stop === undefined) {
      stop = new AbortController();
      void follow(stop.signal, isFirst, onChange);
    }
    isFirst = false;
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop?.abort();
  };
}

/**
 * Reads streams one after the other until it is stopped; the server ends each within a minute. Nobody is told what
 * changed between two of them, so with each but the first anything may have.
 */
async function follow(
  signal: AbortSignal,
  isFirst: boolean,
  onChange: (topics: readonly Topic[]) => void,
): Promise<void> {
  let hasMissed = !isFirst;
  while (!signal.aborted) {
    let wait = AGAIN_MS;
    try {
      const stream = await open(signal);
      if (hasMissed) onChange(ALL);
      await read(stream, onChange);
    } catch {
      wait = AGAIN_AFTER_A_REFUSAL_MS;
    }
    hasMissed = true;
    if (!signal.aborted) await pause(wait, signal);
  }
}

async function open(signal: AbortSignal): Promise<Response> {
  return authFetch(
    new Request(absolute('/api/dashboards/updates'), { signal, headers: { Accept: 'text/event-stream' } }),
  );
}

async function read(response: Response, onChange: (topics: readonly Topic[]) => void): Promise<void> {
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
