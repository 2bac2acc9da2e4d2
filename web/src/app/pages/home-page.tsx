import { lazy, Suspense } from 'react';
import { DashboardPage } from '@/features/reporting/routes/dashboard-page';
import { useMay } from '@/lib/profile';

// Most people start with the dashboard, and need not wait for a list that they do not see.
const OwnLoans = lazy(async () => ({ default: (await import('@/app/pages/own-loans')).OwnLoans }));

/** Where a person starts: the portfolio, or for a borrower the own loans. */
export function HomePage() {
  const may = useMay();
  if (may('dashboard.view')) return <DashboardPage />;
  return (
    <Suspense>
      <OwnLoans />
    </Suspense>
  );
}
