import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { placesFor } from '@/app/layout/navigation';
import { useMay } from '@/lib/profile';

const SECOND_KEY_MS = 1200;

/** Ctrl-K, `?`, `/`, and `g` followed by the key of a place. Keys typed into a field stay there. */
export function useShortcuts({
  onPalette,
  onHelp,
}: {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}): void {
  const navigate = useNavigate();
  const may = useMay();
  const handler = useRef<(event: KeyboardEvent) => void>(() => undefined);
  const startedAt = useRef(-SECOND_KEY_MS);

  useEffect(() => {
    handler.current = (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onPalette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') onHelp();
      else if (event.key === '/') focusSearch(event);
      else if (event.timeStamp - startedAt.current < SECOND_KEY_MS) go(event.key);
      startedAt.current = event.key === 'g' ? event.timeStamp : -SECOND_KEY_MS;
    };

    const go = (key: string) => {
      const place = placesFor(may)
        .flatMap((group) => group.places)
        .find((each) => each.key === key);
      if (place !== undefined) void navigate(place.to);
    };
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => handler.current(event);
    globalThis.addEventListener('keydown', listen);
    return () => globalThis.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  if (field === null) return;
  event.preventDefault();
  field.focus();
}
