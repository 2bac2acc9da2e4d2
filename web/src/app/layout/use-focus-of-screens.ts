import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Moves the focus to the name of a screen when somebody goes there, so that it is announced and the next Tab is in it.
 * A screen that takes the focus by itself, like a form does, keeps it.
 */
export function useFocusOfScreens(): void {
  const { pathname } = useLocation();
  const left = useRef(pathname);
  useEffect(() => {
    if (left.current === pathname) return;
    left.current = pathname;
    const content = document.getElementById('content');
    if (document.activeElement?.closest('#content, [role="dialog"]')) return;
    (content?.querySelector<HTMLElement>('h1') ?? content)?.focus({ preventScroll: true });
  }, [pathname]);
}
