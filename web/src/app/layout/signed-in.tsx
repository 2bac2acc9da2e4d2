import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { AppShell } from '@/app/layout/app-shell';
import { Confirmation } from '@/app/layout/confirmation';
import { FactorGate } from '@/app/layout/factor-gate';
import { FirstLoad } from '@/app/layout/first-load';
import { ServerAway } from '@/app/layout/server-away';
import { PlainProblems } from '@/components/plain-problems';
import { $api } from '@/lib/api/client';
import { renewSession } from '@/lib/api/auth-fetch';
import { paths } from '@/lib/paths';
import { ProfileContext } from '@/lib/profile';
import { useSessionState } from '@/lib/session';

const LiveUpdates = lazy(async () => ({ default: (await import('@/app/layout/live-updates')).LiveUpdates }));

/** The part of the program for people who are signed in; anybody else goes to sign in and comes back to this page. */
export function SignedIn() {
  const state = useSessionState();
  const location = useLocation();
  const start = useQuery({
    queryKey: ['session'],
    queryFn: renewSession,
    enabled: state === 'unknown',
    staleTime: Infinity,
  });
  const profile = useQuery({ ...$api.queryOptions('get', '/api/profile'), enabled: state === 'in', staleTime: 60_000 });

  if (state === 'out') {
    const here = location.pathname + location.search;
    const from = here === '/' ? '' : `?from=${encodeURIComponent(here)}`;
    return <Navigate to={paths.login + from} replace />;
  }
  const failed = start.error ?? (profile.data === undefined ? profile.error : null);
  if (failed !== null) return <ServerAway error={failed} />;
  if (profile.data === undefined) return <FirstLoad />;
  return (
    <ProfileContext value={profile.data}>
      <PlainProblems />
      <FactorGate lacks={profile.data.lacksSecondFactor}>
        <AppShell />
        {profile.data.permissions?.['dashboard.view'] && (
          <Suspense>
            <LiveUpdates />
          </Suspense>
        )}
        <Confirmation />
      </FactorGate>
    </ProfileContext>
  );
}
