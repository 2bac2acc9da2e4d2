import { labelOf } from '@/components/labels';
import type { Permission } from '@/lib/permissions';

const LABELS: Readonly<Record<Permission, string>> = {
  'user.view': 'See colleagues',
  'user.invite': 'Invite and change colleagues',
  'role.view': 'See what roles may do',
  'role.edit': 'Change what roles may do',
  'settings.edit': 'Change settings',
  'branch.view': 'See branches',
  'product.view': 'See products',
  'product.edit': 'Make and change products',
  'borrower.view': 'See borrowers',
  'borrower.create': 'Register borrowers',
  'borrower.edit': 'Change borrowers',
  'document.view': 'See documents',
  'document.upload': 'Add documents',
  'application.create': 'Take applications',
  'application.withdraw': 'Withdraw own applications',
  'loan.view': 'See loans',
  'loan.approve': 'Decide on applications',
  'loan.disburse': 'Pay loans out',
  'loan.cancel': 'Cancel loans that nobody fetches',
  'loan.default': 'Mark loans as in default',
  'payment.view': 'See payments',
  'payment.preview': 'Preview payments',
  'payment.record': 'Record payments',
  'payment.backdate': 'Book on an earlier day',
  'payment.reverse': 'Reverse payments',
  'receipt.print': 'Print receipts',
  'wallet.view': 'See wallets',
  'wallet.transfer': 'Put money into wallets',
  'ledger.view': 'See the books',
  'day.close': 'Close the day',
  'job.view': 'See long jobs',
  'dashboard.view': 'See the dashboard',
  'report.run': 'Export lists',
  'audit.view': 'See the audit trail',
  'import.run': 'Import a book',
};

/** What a permission allows, in words; one that is new to us is made readable. */
export function permissionLabel(permission: string): string {
  return (LABELS as Readonly<Record<string, string | undefined>>)[permission] ?? labelOf(permission);
}
