import type { RouteObject } from 'react-router';
import { RouteProblem } from '@/app/layout/route-problem';
import { FirstLoad } from '@/app/layout/first-load';
import { LoadedScreen, ScreenAway, type Screen } from '@/app/layout/loaded-screen';

/** A part of the page whose code is fetched when somebody goes there; what breaks in it stays in it. */
export function fetched(load: () => Promise<Screen>): Omit<RouteObject, 'index' | 'children'> {
  return {
    loader: () =>
      load().catch((reason: unknown) => {
        throw new ScreenAway(reason);
      }),
    shouldRevalidate: () => false,
    HydrateFallback: FirstLoad,
    Component: LoadedScreen,
    ErrorBoundary: RouteProblem,
  };
}

export function screen(path: string, load: () => Promise<Screen>): RouteObject {
  return { path, ...fetched(load) };
}
