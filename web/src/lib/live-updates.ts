import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { absolute, authFetch } from '@/lib/api/auth-fetch';

/** Kinds of figures that the server says have changed. */
type Topic = 'LENDING' | 'BOOKS' | 'TRAIL' | 'DAY';

const ASKED_AGAIN: Readonly<Record<Topic, readonly string[]>> = {
  LENDING: ['/api/dashboards', '/api/loans', '/api/payments', '/api/collection', '/api/approvals'],
  BOOKS: ['/api/dashboards/money', '/api/ledger', '/api/wallets', '/api/expenses'],
  TRAIL: ['/api/dashboards/controls', '/api/audit'],
  DAY: ['/api'],
};

/** The addresses of lists whose answers are kept under a name of their own. */
const NAMED: Readonly<Record<string, string>> = {
  loans: '/api/loans',
  payments: '/api/payments',
  overdue: '/api/payments/overdue',
  approvals: '/api/approvals',
  'loan-requests': '/api/loans',
  counts: '/api/approvals',
  audit: '/api/audit',
  entries: '/api/ledger',
  expenses: '/api/expenses',
};

const ALL = Object.keys(ASKED_AGAIN) as Topic[];

/** The first change is shown after this time, with what else happens meanwhile. */
const FIRST_MS = 300;
/** However much happens, the screen asks again once in this time. */
const THROTTLE_MS = 1_000;
/** And it waits so many times as long as the last answers took: a screen that is dear is asked for less often. */
const REST = 4;
const AGAIN_MS = 1_000;
const AGAIN_AFTER_A_REFUSAL_MS = 30_000;

/** Keeps what is on the screen up to date while it is shown. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => keepUpToDate(client), [client]);
}

/**
 * Asks again for what is on the screen when the server says that it has changed. What is told while answers are on
 * their way is asked for after them.
 *
 * @returns what stops it
 */
export function keepUpToDate(client: QueryClient): () => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let lastAt = -Infinity;
  let tookMs = 0;
  const askLater = () => {
    if (waiting.size > 0 && !isAsking)
      timer ??= setTimeout(() => void ask(), untilAskedAgain(Date.now() - lastAt, tookMs));
  };
  const ask = async () => {
    timer = undefined;
    // What is hidden is asked for when it is shown again, all of it.
    if (document.visibilityState === 'hidden') return;
    isAsking = true;
    lastAt = Date.now();
    const prefixes = [...waiting];
    waiting.clear();
    await client.invalidateQueries({ predicate: ({ queryKey }) => isConcerned(queryKey, prefixes) });
    isAsking = false;
    tookMs = Date.now() - lastAt;
    askLater();
  };
  const stop = followWhileShown((topics) => {
    for (const topic of topics) for (const prefix of ASKED_AGAIN[topic] ?? []) waiting.add(prefix);
    askLater();
  });
  return () => {
    stop();
    waiting.clear();
    clearTimeout(timer);
  };
}

/** Whether an answer is of what has changed. One loan or payment is not asked for again for a change in another one. */
function isConcerned([name, path]: readonly unknown[], prefixes: readonly string[]): boolean {
  const address = typeof path === 'string' && path.startsWith('/') ? path : NAMED[String(name)];
  if (address === undefined) return false;
  return prefixes.some((prefix) => address.startsWith(prefix) && (prefix === '/api' || !address.includes('{')));
}

/** How long a change waits that is told so long after the screen asked last, by how long those answers took. */
export function untilAskedAgain(sinceLast: number, tookMs: number): number {
  return Math.max(FIRST_MS, Math.max(THROTTLE_MS, REST * tookMs) - Math.max(0, sinceLast));
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
      if (await read(stream, onChange)) wait = AGAIN_AFTER_A_REFUSAL_MS;
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

/** @returns whether the stream was ended for a newer window of the same person, who has too many open */
async function read(response: Response, onChange: (topics: readonly Topic[]) => void): Promise<boolean> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let isReplaced = false;
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      isReplaced ||= line === 'event:replaced';
      if (line.startsWith('data:')) onChange(topicsOf(line.slice('data:'.length)));
    }
  }
  return isReplaced;
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
