import { useSyncExternalStore } from 'react';

/** How tight tables and forms are set. */
export type Density = 'comfortable' | 'compact';

const KEY = 'loanwright.density';
const listeners = new Set<() => void>();

export function setDensity(density: Density): void {
  localStorage.setItem(KEY, density);
  for (const listener of listeners) listener();
}

export function useDensity(): Density {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (localStorage.getItem(KEY) === 'compact' ? 'compact' : 'comfortable'),
  );
}
