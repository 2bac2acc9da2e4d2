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
  'borrower.pii_unmasked': 'See contacts, birthdays and incomes',
  'borrower.create': 'Register borrowers',
  'borrower.edit': 'Change borrowers',
  'borrower.export': 'Hand out all data of a borrower',
  'borrower.erase': 'Erase personal data of a borrower',
  'relative.keep': 'Declare relatives of colleagues',
  'document.view': 'See documents',
  'document.upload': 'Add documents',
  'document.verify': 'Verify documents of others',
  'application.create': 'Take applications',
  'application.withdraw': 'Withdraw own applications',
  'loan.view': 'See loans',
  'loan.approve': 'Decide on applications',
  'loan.disburse': 'Pay loans out',
  'loan.ask_top_up': 'Ask for more money on running loans',
  'loan.top_up': 'Pay out on running loans what others ask for',
  'loan.cancel': 'Cancel loans that nobody fetches',
  'loan.default': 'Mark loans as in default',
  'loan.flag': 'Set and lift flags of loans',
  'loan.write_off': 'Write loans off',
  'loan.take_back': 'Take back write-offs and the like',
  'charge.add': 'Lay charges on running loans',
  'charge.waive': 'Waive charges and penalties',
  'interest.waive': 'Waive interest',
  'schedule.ask_restructure': 'Ask for other terms of running loans',
  'schedule.restructure': 'Agree other terms of running loans that others ask for',
  'payment.view': 'See payments',
  'payment.preview': 'Preview payments',
  'payment.record': 'Record payments',
  'payment.large': 'Take more at once than the cash limit',
  'payment.backdate': 'Book on an earlier day',
  'payment.reverse': 'Reverse payments',
  'receipt.print': 'Print receipts',
  'collection.queue': 'See the work on arrears',
  'collection.promise': 'Log contacts and promises',
  'collection.assign': 'Hand out the work on arrears',
  'wallet.view': 'See borrowers’ wallets',
  'wallet.transfer': 'Put money into borrowers’ wallets',
  'fund.view': 'See the lender’s wallets',
  'fund.transfer': 'Move money of the lender’s wallets',
  'expense.view': 'See expenses',
  'expense.record': 'Write expenses down and pay them',
  'expense.approve': 'Approve expenses of others',
  'ledger.view': 'See the books',
  'ledger.draft': 'Draft entries by hand',
  'ledger.approve': 'Post entries that others drafted',
  'ledger.close': 'Close months of the books',
  'day.close': 'Close the day',
  'job.view': 'See long jobs',
  'dashboard.view': 'See the dashboard',
  'report.run': 'Export lists',
  'audit.view': 'See the audit trail',
  'audit.books': 'See the trail about the books',
  'audit.archive': 'Move old rows of the trail into files',
  'import.run': 'Import a book',
};

/** What a permission allows, in words; one that is new to us is made readable. */
export function permissionLabel(permission: string): string {
  return (LABELS as Readonly<Record<string, string | undefined>>)[permission] ?? labelOf(permission);
}

const HELPS: Readonly<Record<string, string | undefined>> = {
  'loan.take_back': 'Charges, waivers, other terms and top-ups too.',
};

/** What a permission's label leaves out, where it does. */
export const permissionHelp = (permission: string): string | undefined => HELPS[permission];

/** What belongs together, by what a permission's name begins with; what nobody sorted in comes last. */
const GROUPS: readonly { readonly label: string; readonly begins: readonly string[] }[] = [
  { label: 'Borrowers', begins: ['borrower', 'relative', 'document'] },
  { label: 'Applications and loans', begins: ['application', 'loan', 'charge', 'interest', 'schedule'] },
  { label: 'Payments and wallets', begins: ['payment', 'receipt', 'collection', 'wallet', 'fund', 'expense'] },
  { label: 'Books and control', begins: ['ledger', 'audit', 'dashboard', 'report', 'day', 'job'] },
  { label: 'Organization', begins: ['product', 'branch', 'settings', 'user', 'role', 'import'] },
];

/** Permissions in groups that people look for them in. */
export function grouped(permissions: readonly string[]): readonly { label: string; permissions: readonly string[] }[] {
  const of = (permission: string) =>
    GROUPS.find(({ begins }) => begins.includes(permission.split('.')[0] ?? ''))?.label ?? 'Other';
  return [...GROUPS.map(({ label }) => label), 'Other']
    .map((label) => ({ label, permissions: permissions.filter((permission) => of(permission) === label) }))
    .filter((group) => group.permissions.length > 0);
}

const SCOPES: Readonly<Record<string, string>> = {
  ORGANIZATION: 'Everywhere',
  BRANCH: 'In the own branch',
  OWN: 'For own borrowers',
  SELF: 'For oneself',
};

/** How far a permission reaches, in words; jobs are of whoever started them, and of no borrower. */
export function scopeLabel(scope: string, permission: string): string {
  if (permission === 'job.view' && scope === 'OWN') return 'Those started by oneself';
  return SCOPES[scope] ?? labelOf(scope);
}
