import { expect, test, vi } from 'vitest';
import { absolute, authFetch, renewSession } from '@/lib/api/auth-fetch';
import { ApiProblem } from '@/lib/api/problem';
import { sessionState, signedIn } from '@/lib/session';

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** A server that knows one token and gives it out for the cookie, or not. */
function server(good: string, renews: boolean) {
  const calls: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request;
    calls.push(new URL(request.url).pathname);
    if (request.url.endsWith('/auth/refresh')) {
      return Promise.resolve(renews ? json({ accessToken: good }) : json({ code: 'unauthenticated' }, 401));
    }
    const isKnown = request.headers.get('Authorization') === `Bearer ${good}`;
    return Promise.resolve(isKnown ? json({ ok: true }) : json({ code: 'unauthenticated' }, 401));
  });
  return calls;
}

test('renews a token that ran out once, and sends the call again', async () => {
  signedIn('old');
  const calls = server('new', true);

  const answers = await Promise.all(['/api/a', '/api/b'].map((path) => authFetch(new Request(absolute(path)))));

  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  expect(calls.filter((path) => path.endsWith('refresh'))).toHaveLength(1);
});

test('signs out when the cookie is gone', async () => {
  signedIn('old');
  server('new', false);

  await expect(authFetch(new Request(absolute('/api/a')))).rejects.toBeInstanceOf(ApiProblem);
  expect(sessionState()).toBe('out');
});

test('keeps the session when the server is away', async () => {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('network'));

  await expect(authFetch(new Request(absolute('/api/a')))).rejects.toMatchObject({ status: 0 });
  expect(sessionState()).toBe('in');
});

test('takes turns with the other tabs of the browser', async () => {
  const order: string[] = [];
  const locks = {
    request: async (name: string, work: () => Promise<boolean>) => {
      order.push(`waits for ${name}`);
      const renewed = await work();
      order.push('lets the next one in');
      return renewed;
    },
  };
  vi.stubGlobal('navigator', { locks });
  const calls = server('new', true);

  expect(await renewSession()).toBe(true);

  expect(order).toEqual(['waits for loanwright.session', 'lets the next one in']);
  expect(calls).toEqual(['/api/auth/refresh']);
  vi.unstubAllGlobals();
});
