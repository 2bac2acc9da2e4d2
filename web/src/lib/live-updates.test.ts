import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { authFetch } from '@/lib/api/auth-fetch';
import { followWhileShown, keepUpToDate, topicsOf, untilAskedAgain } from '@/lib/live-updates';

vi.mock('@/lib/api/auth-fetch', () => ({
  absolute: (path: string) => new URL(path, globalThis.location.origin).toString(),
  authFetch: vi.fn(),
}));

afterEach(() => {
  vi.useRealTimers();
});

test('what the server says has changed is read, and what it cannot have said is passed over', () => {
  expect(topicsOf('{"topics":["LENDING","BOOKS"]}')).toEqual(['LENDING', 'BOOKS']);
  expect(topicsOf('{"topics":["LENDING","SOMETHING_NEW",1]}')).toEqual(['LENDING']);
  expect(topicsOf('{"topics":"LENDING"}')).toEqual([]);
  expect(topicsOf('not json')).toEqual([]);
});

test('a change is shown within a second, and while more come the screen asks once a second', () => {
  expect([Infinity, 60_000, 1_000].map((since) => untilAskedAgain(since, 0))).toEqual([300, 300, 300]);
  expect([0, 400, 900, -3_600_000].map((since) => untilAskedAgain(since, 50))).toEqual([1_000, 600, 300, 1_000]);
});

test('a screen whose answers take long is asked for less often', () => {
  expect([250, 500, 2_000].map((took) => untilAskedAgain(0, took))).toEqual([1_000, 2_000, 8_000]);
});

test('what changes close together is asked for once a second, the last change too, and only what it concerns', async () => {
  vi.useFakeTimers();
  const tell = telling();
  const asked: string[] = [];
  const client = new QueryClient();
  const keys = [['payments'], ['get', '/api/collection/queue'], ['get', '/api/loans/{id}'], ['get', '/api/branches']];
  const observers = keys.map((queryKey) =>
    new QueryObserver(client, {
      queryKey,
      queryFn: () => Promise.resolve(asked.push(queryKey.at(-1) ?? '')),
    }).subscribe(() => undefined),
  );
  await vi.advanceTimersByTimeAsync(10);
  asked.length = 0;
  const stop = keepUpToDate(client);
  await vi.advanceTimersByTimeAsync(10);

  tell();
  await vi.advanceTimersByTimeAsync(400);
  expect(asked).toEqual(['payments', '/api/collection/queue']);

  for (let i = 0; i < 5; i++) {
    tell();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(asked, 'not yet').toHaveLength(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(asked, 'once for all five').toHaveLength(4);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked, 'nothing changed since').toHaveLength(4);

  stop();
  for (const end of observers) end();
});

test('a window that made room for a newer one comes back later', async () => {
  vi.useFakeTimers();
  vi.mocked(authFetch).mockClear();
  vi.mocked(authFetch).mockImplementation(() => Promise.resolve(new Response('event:replaced\ndata:{}\n\n')));
  const stop = followWhileShown(vi.fn());
  await vi.advanceTimersByTimeAsync(29_000);
  expect(authFetch).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(authFetch).toHaveBeenCalledTimes(2);
  stop();
});

test('a page that is hidden has no stream, and counts everything as changed when it is shown again', async () => {
  const signals = streams();
  const onChange = vi.fn();
  const stop = followWhileShown(onChange);
  await settled();
  expect(signals.map((signal) => signal.aborted)).toEqual([false]);
  expect(onChange).not.toHaveBeenCalled();

  show('hidden');
  await settled();
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);

  show('visible');
  await settled();
  expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(['LENDING', 'BOOKS', 'TRAIL', 'DAY']);

  stop();
  expect(signals.map((signal) => signal.aborted)).toEqual([true, true]);
});

test('what changes while no stream is open is not missed', async () => {
  vi.useFakeTimers();
  vi.mocked(authFetch).mockImplementation(() => Promise.resolve(new Response('data:{"topics":["BOOKS"]}\n\n')));
  const onChange = vi.fn();
  const stop = followWhileShown(onChange);
  await vi.advanceTimersByTimeAsync(500);
  expect(onChange).toHaveBeenCalledExactlyOnceWith(['BOOKS']);

  await vi.advanceTimersByTimeAsync(1_000);
  expect(onChange.mock.calls.slice(1)).toEqual([[['LENDING', 'BOOKS', 'TRAIL', 'DAY']], [['BOOKS']]]);
  stop();
});

/** A stream that stays open; the function tells of a payment in it. */
function telling(): () => void {
  let tell: () => void = () => undefined;
  vi.mocked(authFetch).mockImplementation(() => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        tell = () => controller.enqueue(new TextEncoder().encode('data:{"topics":["LENDING"]}\n\n'));
      },
    });
    return Promise.resolve(new Response(body));
  });
  return () => tell();
}

/** Streams that stay open until they are stopped. */
function streams(): AbortSignal[] {
  const signals: AbortSignal[] = [];
  vi.mocked(authFetch).mockImplementation((request) => {
    signals.push(request.signal);
    return Promise.resolve(new Response(new ReadableStream()));
  });
  return signals;
}

function show(state: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

async function settled(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}
