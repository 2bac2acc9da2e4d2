import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteProblem } from '@/app/layout/route-problem';
import { FirstLoad } from '@/app/layout/first-load';
import { ScreenAway } from '@/app/layout/loaded-screen';
import { fetched, screen } from '@/app/screen';
import { paths } from '@/lib/paths';

const SIGNED_IN = 'signed-in';

/** The screens that people start with. The others come when somebody goes to one of them. */
const firstScreens: RouteObject = {
  ErrorBoundary: RouteProblem,
  HydrateFallback: FirstLoad,
  children: [
    screen(paths.login, async () => ({
      Component: (await import('@/features/identity/routes/login-page')).LoginPage,
    })),
    {
      id: SIGNED_IN,
      ...fetched(async () => ({ Component: (await import('@/app/layout/signed-in')).SignedIn })),
      children: [
        screen(paths.dashboard, async () => ({ Component: (await import('@/app/pages/home-page')).HomePage })),
        screen(paths.profile, async () => ({
          Component: (await import('@/app/pages/profile-route')).ProfileRoute,
        })),
        screen('*', async () => ({ Component: (await import('@/app/layout/not-found')).NotFound })),
      ],
    },
  ],
};

export function makeRouter() {
  let complete = false;
  return createBrowserRouter([firstScreens], {
    patchRoutesOnNavigation: async ({ patch, signal }) => {
      if (complete) return;
      const { comingInScreens, signedInScreens } = await import('@/app/signed-in-screens').catch((reason: unknown) => {
        throw new ScreenAway(reason);
      });
      // What is added on a way that was left meanwhile is not kept.
      if (complete || signal.aborted) return;
      complete = true;
      patch(null, comingInScreens);
      patch(SIGNED_IN, signedInScreens);
    },
  });
}
