import { useState } from 'react';

/** Which page of a list is shown, when pages are found by cursors and only the next one is known. */
export type Pages = {
  readonly cursor: string | undefined;
  readonly number: number;
  readonly forward: (next: string) => void;
  readonly back: () => void;
};

/** Keeps the way back through the pages; another filter or sort starts at the first page again. */
export function usePages(filters: string): Pages {
  const [trail, setTrail] = useState<{ filters: string; cursors: readonly string[] }>({ filters, cursors: [] });
  const cursors = trail.filters === filters ? trail.cursors : [];
  return {
    cursor: cursors.at(-1),
    number: cursors.length + 1,
    forward: (next) => setTrail({ filters, cursors: [...cursors, next] }),
    back: () => setTrail({ filters, cursors: cursors.slice(0, -1) }),
  };
}
