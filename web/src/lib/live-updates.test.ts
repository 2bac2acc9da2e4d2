import { afterEach, expect, test, vi } from 'vitest';
import { authFetch } from '@/lib/api/auth-fetch';
import { followWhileShown, topicsOf, untilAskedAgain } from '@/lib/live-updates';

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

test('the first change is shown within a second, and while more come the screen asks once in five seconds', () => {
  expect([Infinity, 60_000, 5_000].map(untilAskedAgain)).toEqual([500, 500, 500]);
  expect([0, 1_000, 4_900, -3_600_000].map(untilAskedAgain)).toEqual([5_000, 4_000, 500, 5_000]);
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
