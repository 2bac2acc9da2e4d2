import { isConfirmed } from '@/lib/api/confirmation';
import { ApiProblem, problemOf } from '@/lib/api/problem';
import { signedIn, signedOut, tokenInUse } from '@/lib/session';

let refreshing: Promise<boolean> | undefined;

/**
 * Sends a call with the access token. A token that has run out is renewed once, silently, by the refresh cookie and
 * the call is sent again; so is one that asks once more for the second factor, when it was shown. Every other refusal is
 * thrown as an {@link ApiProblem}.
 */
export async function authFetch(request: Request): Promise<Response> {
  let again = request.clone();
  let response = await send(request);
  if (response.status === 401 && !isSignIn(request.url) && (await renewSession())) {
    const renewed = again;
    again = renewed.clone();
    response = await send(renewed);
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.code === 'confirmation-due' && (await isConfirmed())) return authFetch(again);
  throw problem;
}

/** Asks for a new access token by the cookie; callers that ask at the same time share one call. */
export function renewSession(): Promise<boolean> {
  refreshing ??= oneTabAtATime(renew).finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/**
 * Each cookie renews once, and using it a second time ends the session: so the tabs of a browser, which share it, take
 * turns. A page that is served without TLS on a network has no locks, and goes without.
 */
async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  if (navigator.locks === undefined) return work();
  return navigator.locks.request('loanwright.session', work);
}

async function renew(): Promise<boolean> {
  const response = await transport(
    new Request(absolute('/api/auth/refresh'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      // The answer brings the next cookie: it must arrive even where the page is left in the meantime.
      keepalive: true,
    }),
  );
  const answer: unknown = response.ok ? await response.json().catch(() => null) : null;
  const token = (answer as { accessToken?: unknown } | null)?.accessToken;
  if (typeof token === 'string') {
    signedIn(token);
    return true;
  }
  // Only a clear refusal ends the session: a server that is restarting must not sign everybody out.
  if (response.status >= 400 && response.status < 500 && response.status !== 429) signedOut();
  else throw await problemOf(response);
  return false;
}

async function send(request: Request): Promise<Response> {
  const token = tokenInUse();
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  return transport(request);
}

async function transport(request: Request): Promise<Response> {
  try {
    return await globalThis.fetch(request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem(0, { code: 'unreachable' });
  }
}

function isSignIn(url: string): boolean {
  return new URL(url).pathname.startsWith('/api/auth/');
}

export function absolute(path: string): string {
  return new URL(path, globalThis.location.origin).toString();
}
