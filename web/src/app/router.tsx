import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteProblem } from '@/app/layout/route-problem';
import { FirstLoad } from '@/app/layout/first-load';

type Screen = { readonly Component: React.ComponentType };

/** A screen whose code is fetched when somebody goes there; what breaks in it stays in it. */
function screen(path: string, load: () => Promise<Screen>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).Component }), ErrorBoundary: RouteProblem };
}

const signedInScreens: RouteObject[] = [
  screen('/', async () => ({ Component: (await import('@/app/pages/home-page')).HomePage })),
  screen('/approvals', async () => ({
    Component: (await import('@/features/loan/routes/approvals-page')).ApprovalsPage,
  })),
  screen('/applications', async () => ({
    Component: (await import('@/features/loan/routes/applications-page')).ApplicationsPage,
  })),
  screen('/applications/new', async () => ({
    Component: (await import('@/app/pages/new-application-page')).NewApplicationPage,
  })),
  screen('/borrowers', async () => ({ Component: (await import('@/app/pages/borrowers-page')).BorrowersPage })),
  screen('/borrowers/:id', async () => ({ Component: (await import('@/app/pages/borrower-page')).BorrowerPage })),
  screen('/loans', async () => ({ Component: (await import('@/features/loan/routes/loans-page')).LoansPage })),
  screen('/loans/:id', async () => ({ Component: (await import('@/app/pages/loan-page')).LoanPage })),
  screen('/payments', async () => ({
    Component: (await import('@/features/payment/routes/payments-page')).PaymentsPage,
  })),
  screen('/payments/overdue', async () => ({
    Component: (await import('@/features/payment/routes/overdue-page')).OverduePage,
  })),
  screen('/payments/:id', async () => ({
    Component: (await import('@/features/payment/routes/payment-page')).PaymentPage,
  })),
  screen('/products', async () => ({
    Component: (await import('@/features/product/routes/products-page')).ProductsPage,
  })),
  screen('/products/new', async () => ({
    Component: (await import('@/features/product/routes/new-product-page')).NewProductPage,
  })),
  screen('/products/:id', async () => ({
    Component: (await import('@/features/product/routes/product-page')).ProductPage,
  })),
  screen('/users', async () => ({ Component: (await import('@/features/identity/routes/users-page')).UsersPage })),
  screen('/users/invitations', async () => ({
    Component: (await import('@/features/identity/routes/invitations-page')).InvitationsPage,
  })),
  screen('/users/roles', async () => ({
    Component: (await import('@/features/identity/routes/roles-page')).RolesPage,
  })),
  screen('/audit', async () => ({ Component: (await import('@/features/audit/routes/audit-page')).AuditPage })),
  screen('/ledger', async () => ({
    Component: (await import('@/features/ledger/routes/trial-balance-page')).TrialBalancePage,
  })),
  screen('/ledger/entries', async () => ({
    Component: (await import('@/features/ledger/routes/entries-page')).EntriesPage,
  })),
  screen('/ledger/accounts', async () => ({
    Component: (await import('@/features/ledger/routes/accounts-page')).AccountsPage,
  })),
  screen('/imports', async () => ({
    Component: (await import('@/features/integration/routes/imports-page')).ImportsPage,
  })),
  screen('/imports/new', async () => ({
    Component: (await import('@/features/integration/routes/new-import-page')).NewImportPage,
  })),
  screen('/imports/:id', async () => ({
    Component: (await import('@/features/integration/routes/import-page')).ImportPage,
  })),
  screen('/settings', async () => ({
    Component: (await import('@/features/organization/routes/settings-page')).SettingsPage,
  })),
  screen('/settings/branches', async () => ({
    Component: (await import('@/features/organization/routes/branches-page')).BranchesPage,
  })),
  screen('/close-of-day', async () => ({
    Component: (await import('@/features/organization/routes/close-day-page')).CloseDayPage,
  })),
  screen('/profile', async () => ({
    Component: (await import('@/features/identity/routes/profile-page')).ProfilePage,
  })),
  screen('*', async () => ({ Component: (await import('@/app/layout/not-found')).NotFound })),
];

export function makeRouter() {
  return createBrowserRouter([
    {
      ErrorBoundary: RouteProblem,
      HydrateFallback: FirstLoad,
      children: [
        screen('/login', async () => ({
          Component: (await import('@/features/identity/routes/login-page')).LoginPage,
        })),
        screen('/setup', async () => ({
          Component: (await import('@/features/organization/routes/setup-page')).SetupPage,
        })),
        screen('/accept-invitation', async () => ({
          Component: (await import('@/features/identity/routes/accept-page')).AcceptPage,
        })),
        screen('/calculator', async () => ({
          Component: (await import('@/app/pages/calculator-route')).CalculatorRoute,
        })),
        {
          lazy: async () => ({ Component: (await import('@/app/layout/signed-in')).SignedIn }),
          ErrorBoundary: RouteProblem,
          children: signedInScreens,
        },
      ],
    },
  ]);
}
