import { lazy, Suspense } from 'react';
import { DashboardPage } from '@/features/reporting/routes/dashboard-page';
import { useMay } from '@/lib/profile';

// Most people start with the dashboard, and need not wait for a page that they do not see.
const OwnPage = lazy(async () => ({ default: (await import('@/app/pages/own-page')).OwnPage }));
const FactorAdvice = lazy(async () => ({ default: (await import('@/app/pages/factor-advice')).FactorAdvice }));

/** Where a person starts: the portfolio, or for a borrower the own page. */
export function HomePage() {
  const may = useMay();
  if (may('dashboard.view'))
    return (
      <>
        {may('role.edit') && (
          <Suspense>
            <FactorAdvice />
          </Suspense>
        )}
        <DashboardPage />
      </>
    );
  return (
    <Suspense>
      <OwnPage />
    </Suspense>
  );
}
