import type { TFunction } from 'i18next';
import { pastDueText } from '@/components/days-past-due';
import type { Schema } from '@/lib/api/client';
import { addDays } from '@/lib/dates';
import { paths } from '@/lib/paths';

type Of = Schema<'DashboardTile'>['of'];

/** What a tile is called, how it is computed, and where the records behind it are. */
export type Words = { readonly label: string; readonly how: string; readonly to: string };

type Days = {
  /** The business date, and the first of the thirty days that end with it. */
  readonly asOf: string;
  readonly from: string;
  /** The currency, where it is not the organization's. */
  readonly currency?: string | undefined;
  /** Whose loans they are of, where not of all within reach. */
  readonly officer?: string | undefined;
};

/** The words of each tile. */
export function tileWords(t: TFunction, { asOf, from, currency, officer }: Days): Readonly<Record<Of, Words>> {
  const due = (first: string, last: string) => at(paths.due, { from: first, to: last, currency, officer });
  const queued = (section: string) => at(paths.queue, { section });
  /** Actions of the trail that were done, in the thirty days. */
  const done = (...actions: readonly string[]) => at(paths.audit, { action: actions.join(','), result: 'DONE', from });
  return {
    WAITING: {
      label: t('Applications waiting'),
      how: t('Applications that nobody has decided on, at this moment.'),
      to: at(paths.applications, { status: 'pending', officer }),
    },
    TO_DISBURSE: {
      label: t('To be paid out'),
      how: t('Approved loans that are not paid out, at this moment.'),
      to: at(paths.applications, { status: 'APPROVED', officer }),
    },
    DISBURSED: {
      label: t('Paid out today'),
      how: t('Principal of loans whose disbursement has the business date as its value date.'),
      to: at(paths.loans, { disbursedFrom: asOf, disbursedTo: asOf }),
    },
    DUE: {
      label: t('Due today'),
      how: t('Principal, interest, fees and penalties of installments that fall due on the business date.'),
      to: due(asOf, asOf),
    },
    DUE_PAID: {
      label: t('Paid of what is due today'),
      how: t('What is paid of the installments of the day, whenever it was paid.'),
      to: due(asOf, asOf),
    },
    COLLECTED: {
      label: t('Collected today'),
      how: t('Payments with the business date as their value date, whatever they paid; reversed ones do not count.'),
      to: at(paths.payments, { from: asOf, to: asOf, status: 'POSTED', officer }),
    },
    COLLECTED_OF_MONTH: {
      label: t('Collected this month'),
      how: t(
        'Payments with a value date from the first of the month to the business date. They are measured by all that falls due in the month: principal, interest, fees and penalties.',
      ),
      to: at(paths.payments, { from: `${asOf.slice(0, 8)}01`, to: asOf, status: 'POSTED', officer }),
    },
    OVERDUE: {
      label: t('Overdue'),
      how: t('What was due before the business date on your loans and is not paid.'),
      to: at(paths.overdue, { officer }),
    },
    AT_RISK: {
      label: t('At risk, over 30 days'),
      how: t('Principal of loans more than 30 days past due, of the principal of all active loans.'),
      to: `${paths.loans}?late=${pastDueText({ from: 31 })}`,
    },
    PROMISES: {
      label: t('Promises due'),
      how: t('Open promises to pay whose day has come.'),
      to: at(paths.overdue, { promises: 'due' }),
    },
    QUEUE_BROKEN_PROMISE: {
      label: t('Broken promises'),
      how: t('Loans in your queue whose promise was broken, and nobody has reached out since.'),
      to: queued('BROKEN_PROMISE'),
    },
    QUEUE_PROMISE_DUE: {
      label: t('Promises due in your queue'),
      how: t('Loans in your queue with an open promise whose day has come.'),
      to: queued('PROMISE_DUE'),
    },
    QUEUE_ACTION_DUE: {
      label: t('Plans due'),
      how: t('Loans in your queue for which something was planned, and its day has come.'),
      to: queued('ACTION_DUE'),
    },
    QUEUE_NEWLY_OVERDUE: {
      label: t('Newly overdue'),
      how: t('Loans in your queue that are a week past due or less, and nobody has reached out since.'),
      to: queued('NEWLY_OVERDUE'),
    },
    QUEUE_NOT_CONTACTED: {
      label: t('Not contacted'),
      how: t('Loans in your queue that are longer past due, and nobody has reached out for a week.'),
      to: queued('NOT_CONTACTED'),
    },
    REVERSED: {
      label: t('Reversed today'),
      how: t('Payments that were taken back on the business date.'),
      to: at(paths.payments, { reversedFrom: asOf, reversedTo: asOf }),
    },
    LIQUID: {
      label: t('Money at hand'),
      how: t('Balances of cash, banks, mobile money, cards and the own wallets, by value date.'),
      to: at(paths.liquidity, { currency }),
    },
    EXPECTED: {
      label: t('Expected in 30 days'),
      how: t('What is unpaid of the installments that fall due in the 30 days after the business date.'),
      to: due(addDays(asOf, 1), addDays(asOf, 30)),
    },
    COMMITTED: {
      label: t('Approved and to go out'),
      how: t('Approved principal of loans that are not paid out.'),
      to: at(paths.applications, { status: 'APPROVED' }),
    },
    UNMATCHED: {
      label: t('Not matched to a loan'),
      how: t('The balance of the account of money that nobody could match to a loan.'),
      to: paths.ledger,
    },
    DIFFERENCE: {
      label: t('Books against loans and wallets'),
      how: t(
        'By how much each control account differs from what loans and wallets say, added up; it should be nothing.',
      ),
      to: paths.controlAccounts,
    },
    REVERSALS: {
      label: t('Payments reversed'),
      how: t('Payments that were taken back in the last 30 days, the business date included.'),
      to: at(paths.payments, { reversedFrom: from, reversedTo: asOf }),
    },
    BACKDATED: {
      label: t('Payments dated back'),
      how: t('Payments taken in the last 30 days with an earlier value date than the business date of that day.'),
      to: at(paths.payments, { datedBackFrom: from, datedBackTo: asOf }),
    },
    DEFAULT_MARKS: {
      label: t('Marks of default'),
      how: t('How often a loan was marked as in default, or unmarked, in the last 30 days.'),
      to: done('loan.default'),
    },
    GIVEN_UP: {
      label: t('Write-offs and waivers'),
      how: t('Loans written off and charges waived in the last 30 days, those of an earlier date too.'),
      to: done('charge.waive', 'interest.waive', 'loan.write_off'),
    },
    TERMS_CHANGED: {
      label: t('Terms changed or taken back'),
      how: t(
        'How often other terms were agreed, or something other than a payment was taken back, in the last 30 days.',
      ),
      to: done('schedule.restructure', 'loan.top_up', 'loan.take_back', 'wallet.reverse', 'wallet.payout_reverse'),
    },
    WALLET_PAYOUTS: {
      label: t('Paid out of wallets'),
      how: t("How often money was paid out of a borrower's wallet in the last 30 days."),
      to: done('wallet.pay_out'),
    },
    MANUAL_ENTRIES: {
      label: t('Manual entries posted'),
      how: t('Entries drafted by hand that were posted in the last 30 days.'),
      to: done('manual_entry.approve'),
    },
    REOPENED: {
      label: t('Months opened again'),
      how: t('How often a closed month of the books was opened again in the last 30 days.'),
      to: done('period.reopen'),
    },
    RIGHTS_CHANGED: {
      label: t('Changes of rights'),
      how: t('How often a role or a user was changed in the last 30 days.'),
      to: done('role.create', 'role.change', 'role.delete', 'user.change'),
    },
    UNSEALED: {
      label: t('Waiting for the seal'),
      how: t('Records that are not in the chain of hashes yet; it takes some seconds.'),
      to: paths.audit,
    },
    JOBS_RUNNING: {
      label: t('Jobs running'),
      how: t('Long jobs that run now.'),
      to: `${paths.jobs}?status=RUNNING`,
    },
    JOBS_FAILED: {
      label: t('Jobs failed'),
      how: t('Long jobs of the last 24 hours that ended with an error, of the newest 200.'),
      to: `${paths.jobs}?status=FAILED`,
    },
    TASKS_LATE: {
      label: t('Tasks late'),
      how: t('Tasks of the clock, like sealing, that should have run more than a minute ago.'),
      to: paths.jobs,
    },
    TASKS_FAILING: {
      label: t('Tasks failing'),
      how: t('Tasks of the clock whose last run ended with an error.'),
      to: paths.jobs,
    },
    MAIL_WAITING: {
      label: t('Mail waiting'),
      how: t('Mail that no mail server has taken yet.'),
      to: at(paths.outbox, { status: 'WAITING' }),
    },
    MAIL_FAILED: {
      label: t('Mail given up'),
      how: t('Mail of the last 7 days that no mail server took, however often it was tried.'),
      to: at(paths.outbox, { status: 'FAILED' }),
    },
    REMINDERS_WAITING: {
      label: t('Reminders waiting'),
      how: t('Reminders to borrowers that wait to be handed to the outbox.'),
      to: at(paths.reminders, { state: 'WAITING' }),
    },
    STAFF: {
      label: t('Users of the staff'),
      how: t('People who work for the lender and may sign in.'),
      to: at(paths.users, { who: 'staff', status: 'ACTIVE' }),
    },
    SESSIONS: {
      label: t('Sessions open'),
      how: t(
        'Devices on which somebody of the staff or a borrower is signed in: used lately enough to be gone on with, not signed out and not run out.',
      ),
      to: paths.users,
    },
    SIGNED_IN: {
      label: t('People signed in'),
      how: t('People who used a session in the last half hour.'),
      to: paths.users,
    },
  };
}

/** An address with what narrows its list; what is absent does not. */
function at(path: string, filter: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
}
