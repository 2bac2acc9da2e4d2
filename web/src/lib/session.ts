import { useSyncExternalStore } from 'react';

/** Where the caller stands: not asked yet, signed in, or not. */
export type SessionState = 'unknown' | 'in' | 'out';

// The access token lives in memory only: a script that is injected later finds nothing in the browser's storage.
let accessToken: string | undefined;
let state: SessionState = 'unknown';
const listeners = new Set<() => void>();

export function tokenInUse(): string | undefined {
  return accessToken;
}

export function sessionState(): SessionState {
  return state;
}

export function signedIn(token: string): void {
  accessToken = token;
  moveTo('in');
}

export function signedOut(): void {
  accessToken = undefined;
  moveTo('out');
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, sessionState);
}

function moveTo(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
