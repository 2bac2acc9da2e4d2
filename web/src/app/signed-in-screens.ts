import type { RouteObject } from 'react-router';
import type { Screen } from '@/app/layout/loaded-screen';
import { screen } from '@/app/screen';
import { paths } from '@/lib/paths';

/** A screen for those whose role opens it. */
function permittedScreen(path: string, load: () => Promise<Screen>): RouteObject {
  return screen(path, async () => {
    const [{ Component }, { permitted }] = await Promise.all([load(), import('@/app/layout/permitted')]);
    return { Component: permitted(path, Component) };
  });
}

/** What people go to from the dashboard; the list is fetched when somebody goes to the first of them. */
export const signedInScreens: RouteObject[] = [
  permittedScreen(paths.approvals, async () => ({
    Component: (await import('@/features/loan/routes/approvals-page')).ApprovalsPage,
  })),
  permittedScreen(paths.applications, async () => ({
    Component: (await import('@/features/loan/routes/applications-page')).ApplicationsPage,
  })),
  permittedScreen(paths.newApplication(), async () => ({
    Component: (await import('@/app/pages/new-application-page')).NewApplicationPage,
  })),
  permittedScreen(paths.borrowers, async () => ({
    Component: (await import('@/app/pages/borrowers-page')).BorrowersPage,
  })),
  permittedScreen(paths.documents, async () => ({
    Component: (await import('@/features/document/routes/documents-page')).DocumentsPage,
  })),
  permittedScreen(paths.borrower(':id'), async () => ({
    Component: (await import('@/app/pages/borrower-page')).BorrowerPage,
  })),
  permittedScreen(paths.loans, async () => ({
    Component: (await import('@/features/loan/routes/loans-page')).LoansPage,
  })),
  permittedScreen(paths.ageing, async () => ({ Component: (await import('@/app/pages/ageing-page')).AgeingPage })),
  permittedScreen(paths.reports, async () => ({
    Component: (await import('@/features/reporting/routes/expected-page')).ExpectedPage,
  })),
  permittedScreen(paths.provisions, async () => ({
    Component: (await import('@/features/reporting/routes/provisions-page')).ProvisionsPage,
  })),
  permittedScreen(paths.officers, async () => ({
    Component: (await import('@/features/reporting/routes/officers-page')).OfficersPage,
  })),
  permittedScreen(paths.atRisk, async () => ({
    Component: (await import('@/features/reporting/routes/at-risk-page')).AtRiskPage,
  })),
  permittedScreen(paths.requests, async () => ({
    Component: (await import('@/features/loan/routes/requests-page')).RequestsPage,
  })),
  permittedScreen(paths.loan(':id'), async () => ({ Component: (await import('@/app/pages/loan-page')).LoanPage })),
  permittedScreen(paths.payments, async () => ({
    Component: (await import('@/features/payment/routes/payments-page')).PaymentsPage,
  })),
  permittedScreen(paths.due, async () => ({ Component: (await import('@/app/pages/due-page')).DuePage })),
  permittedScreen(paths.overdue, async () => ({
    Component: (await import('@/app/pages/overdue-page')).OverduePage,
  })),
  permittedScreen(paths.queue, async () => ({ Component: (await import('@/app/pages/queue-page')).QueuePage })),
  permittedScreen(paths.reminders, async () => ({
    Component: (await import('@/app/pages/reminders-page')).RemindersPage,
  })),
  permittedScreen(paths.reminderSettings, async () => ({
    Component: (await import('@/app/pages/reminder-settings-page')).ReminderSettingsPage,
  })),
  permittedScreen(paths.payment(':id'), async () => ({
    Component: (await import('@/features/payment/routes/payment-page')).PaymentPage,
  })),
  permittedScreen(paths.products, async () => ({
    Component: (await import('@/features/product/routes/products-page')).ProductsPage,
  })),
  permittedScreen(paths.newProduct, async () => ({
    Component: (await import('@/features/product/routes/new-product-page')).NewProductPage,
  })),
  permittedScreen(paths.product(':id'), async () => ({
    Component: (await import('@/features/product/routes/product-page')).ProductPage,
  })),
  permittedScreen(paths.users, async () => ({
    Component: (await import('@/features/identity/routes/users-page')).UsersPage,
  })),
  permittedScreen(paths.invitations, async () => ({
    Component: (await import('@/features/identity/routes/invitations-page')).InvitationsPage,
  })),
  permittedScreen(paths.roles, async () => ({
    Component: (await import('@/features/identity/routes/roles-page')).RolesPage,
  })),
  permittedScreen(paths.role(':code'), async () => ({
    Component: (await import('@/features/identity/routes/role-page')).RolePage,
  })),
  permittedScreen(paths.audit, async () => ({
    Component: (await import('@/features/audit/routes/audit-page')).AuditPage,
  })),
  permittedScreen(paths.outbox, async () => ({
    Component: (await import('@/features/identity/routes/outbox-page')).OutboxPage,
  })),
  permittedScreen(paths.securityEvents, async () => ({
    Component: (await import('@/app/pages/security-route')).SecurityRoute,
  })),
  permittedScreen(paths.ledger, async () => ({
    Component: (await import('@/features/ledger/routes/trial-balance-page')).TrialBalancePage,
  })),
  permittedScreen(paths.entries, async () => ({
    Component: (await import('@/features/ledger/routes/entries-page')).EntriesPage,
  })),
  permittedScreen(paths.accounts, async () => ({
    Component: (await import('@/features/ledger/routes/accounts-page')).AccountsPage,
  })),
  permittedScreen(paths.generalLedger(), async () => ({
    Component: (await import('@/features/ledger/routes/general-ledger-page')).GeneralLedgerPage,
  })),
  permittedScreen(paths.manualEntries, async () => ({
    Component: (await import('@/features/ledger/routes/manual-entries-page')).ManualEntriesPage,
  })),
  permittedScreen(paths.newManualEntry, async () => ({
    Component: (await import('@/features/ledger/routes/new-manual-entry-page')).NewManualEntryPage,
  })),
  permittedScreen(paths.incomeStatement, async () => ({
    Component: (await import('@/features/ledger/routes/income-statement-page')).IncomeStatementPage,
  })),
  permittedScreen(paths.balanceSheet, async () => ({
    Component: (await import('@/features/ledger/routes/balance-sheet-page')).BalanceSheetPage,
  })),
  permittedScreen(paths.controlAccounts, async () => ({
    Component: (await import('@/features/ledger/routes/control-accounts-page')).ControlAccountsPage,
  })),
  permittedScreen(paths.cashFlow, async () => ({
    Component: (await import('@/features/ledger/routes/cash-flow-page')).CashFlowPage,
  })),
  permittedScreen(paths.incomeReceived, async () => ({
    Component: (await import('@/features/ledger/routes/income-received-page')).IncomeReceivedPage,
  })),
  permittedScreen(paths.dayBook, async () => ({
    Component: (await import('@/features/ledger/routes/day-book-page')).DayBookPage,
  })),
  permittedScreen(paths.liquidity, async () => ({
    Component: (await import('@/features/ledger/routes/liquidity-page')).LiquidityPage,
  })),
  permittedScreen(paths.periods, async () => ({
    Component: (await import('@/features/ledger/routes/periods-page')).PeriodsPage,
  })),
  permittedScreen(paths.wallets, async () => ({
    Component: (await import('@/features/ledger/routes/lender-wallets-page')).LenderWalletsPage,
  })),
  permittedScreen(paths.wallet(':id'), async () => ({
    Component: (await import('@/features/ledger/routes/lender-wallet-page')).LenderWalletPage,
  })),
  permittedScreen(paths.expenses, async () => ({
    Component: (await import('@/features/expense/routes/expenses-page')).ExpensesPage,
  })),
  permittedScreen(paths.expenseCategories, async () => ({
    Component: (await import('@/features/expense/routes/categories-page')).CategoriesPage,
  })),
  permittedScreen(paths.imports, async () => ({
    Component: (await import('@/features/integration/routes/imports-page')).ImportsPage,
  })),
  permittedScreen(paths.newImport, async () => ({
    Component: (await import('@/features/integration/routes/new-import-page')).NewImportPage,
  })),
  permittedScreen(paths.import(':id'), async () => ({
    Component: (await import('@/features/integration/routes/import-page')).ImportPage,
  })),
  permittedScreen(paths.settings, async () => ({
    Component: (await import('@/features/organization/routes/settings-page')).SettingsPage,
  })),
  permittedScreen(paths.branches, async () => ({
    Component: (await import('@/features/organization/routes/branches-page')).BranchesPage,
  })),
  permittedScreen(paths.calendar, async () => ({
    Component: (await import('@/features/organization/routes/calendar-page')).CalendarPage,
  })),
  permittedScreen(paths.arrearsClasses, async () => ({
    Component: (await import('@/app/pages/arrears-classes-page')).ArrearsClassesPage,
  })),
  permittedScreen(paths.closeDay, async () => ({
    Component: (await import('@/features/organization/routes/close-day-page')).CloseDayPage,
  })),
  permittedScreen(paths.jobs, async () => ({
    Component: (await import('@/features/organization/routes/jobs-page')).JobsPage,
  })),
];

/** What is seen without signing in, but not each day. */
export const comingInScreens: RouteObject[] = [
  screen(paths.setup, async () => ({
    Component: (await import('@/features/organization/routes/setup-page')).SetupPage,
  })),
  screen(paths.calculator, async () => ({
    Component: (await import('@/app/pages/calculator-route')).CalculatorRoute,
  })),
  screen(paths.accept, async () => ({
    Component: (await import('@/features/identity/routes/accept-page')).AcceptPage,
  })),
  screen(paths.forgotPassword, async () => ({
    Component: (await import('@/features/identity/routes/forgot-password-page')).ForgotPasswordPage,
  })),
  screen(paths.resetPassword, async () => ({
    Component: (await import('@/features/identity/routes/reset-password-page')).ResetPasswordPage,
  })),
];
