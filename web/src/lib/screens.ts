import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import { useMay } from '@/lib/profile';

/** What opens a screen, each by itself, by its address; a screen that is not named is for everybody who signs in. */
const OPENED_BY: Readonly<Record<string, readonly Permission[]>> = {
  [paths.approvals]: ['loan.approve', 'loan.write_off', 'loan.top_up', 'schedule.restructure'],
  [paths.applications]: ['loan.view'],
  [paths.newApplication()]: ['application.create'],
  [paths.borrowers]: ['borrower.view'],
  [paths.borrower(':id')]: ['borrower.view'],
  [paths.documents]: ['document.view'],
  [paths.loans]: ['loan.view'],
  [paths.ageing]: ['report.run'],
  [paths.reports]: ['report.run'],
  [paths.provisions]: ['report.run'],
  [paths.officers]: ['report.run'],
  [paths.atRisk]: ['report.run'],
  [paths.requests]: [
    'loan.write_off',
    'loan.top_up',
    'loan.ask_top_up',
    'schedule.restructure',
    'schedule.ask_restructure',
    'audit.view',
  ],
  [paths.loan(':id')]: ['loan.view'],
  [paths.payments]: ['payment.view'],
  [paths.due]: ['payment.view'],
  [paths.overdue]: ['payment.view'],
  [paths.queue]: ['collection.queue'],
  [paths.reminders]: ['loan.view'],
  [paths.payment(':id')]: ['payment.view'],
  [paths.products]: ['product.view'],
  [paths.newProduct]: ['product.edit'],
  [paths.product(':id')]: ['product.view'],
  [paths.users]: ['user.view'],
  [paths.invitations]: ['user.invite'],
  [paths.roles]: ['role.view'],
  [paths.role(':code')]: ['role.view'],
  [paths.outbox]: ['user.invite'],
  [paths.securityEvents]: ['audit.view'],
  [paths.audit]: ['audit.view', 'audit.books'],
  [paths.ledger]: ['ledger.view'],
  [paths.entries]: ['ledger.view'],
  [paths.accounts]: ['ledger.view'],
  [paths.generalLedger()]: ['ledger.view'],
  [paths.manualEntries]: ['ledger.view', 'ledger.draft', 'ledger.approve'],
  [paths.newManualEntry]: ['ledger.draft'],
  [paths.incomeStatement]: ['ledger.view'],
  [paths.balanceSheet]: ['ledger.view'],
  [paths.controlAccounts]: ['ledger.view'],
  [paths.cashFlow]: ['ledger.view'],
  [paths.incomeReceived]: ['ledger.view'],
  [paths.dayBook]: ['ledger.view', 'day.close'],
  [paths.liquidity]: ['ledger.view', 'day.close'],
  [paths.periods]: ['ledger.view'],
  [paths.wallets]: ['fund.view'],
  [paths.wallet(':id')]: ['fund.view'],
  [paths.expenses]: ['expense.view'],
  [paths.expenseCategories]: ['settings.edit'],
  [paths.imports]: ['import.run'],
  [paths.newImport]: ['import.run'],
  [paths.import(':id')]: ['import.run'],
  [paths.settings]: ['settings.edit'],
  [paths.branches]: ['branch.view'],
  [paths.calendar]: ['branch.view'],
  [paths.arrearsClasses]: ['branch.view'],
  [paths.reminderSettings]: ['settings.edit'],
  [paths.closeDay]: ['day.close'],
  [paths.jobs]: ['job.view', 'day.close'],
};

/** Whether a screen may be opened by somebody with these permissions; what follows a `?` does not matter. */
export function isOpenTo(may: (permission: Permission) => boolean, path: string): boolean {
  return OPENED_BY[path.replace(/\?.*$/, '')]?.some(may) ?? true;
}

/** Whether the caller may open a screen; what leads to one that he may not is not shown. */
export function useMayOpen(): (path: string) => boolean {
  const may = useMay();
  return (path) => isOpenTo(may, path);
}
