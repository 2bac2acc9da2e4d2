import type { TFunction } from 'i18next';
import { pastDueText } from '@/components/days-past-due';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Of = Schema<'DashboardTile'>['of'];

/** What a tile is called, how it is computed, and where the records behind it are. */
export type Words = { readonly label: string; readonly how: string; readonly to: string };

/** The words of each tile; `from` is the first of the last thirty days. */
export function tileWords(t: TFunction, asOf: string, from: string): Readonly<Record<Of, Words>> {
  const ofToday = `${paths.payments}?from=${asOf}&to=${asOf}`;
  return {
    WAITING: {
      label: t('Applications waiting'),
      how: t('Applications that nobody has decided on, at this moment.'),
      to: paths.applications,
    },
    TO_DISBURSE: {
      label: t('To be paid out'),
      how: t('Approved loans that are not paid out, at this moment.'),
      to: `${paths.loans}?status=APPROVED`,
    },
    DISBURSED: {
      label: t('Paid out today'),
      how: t('Principal of loans whose disbursement has the business date as its value date.'),
      to: `${paths.loans}?status=ACTIVE`,
    },
    DUE: {
      label: t('Due today'),
      how: t('Principal, interest, fees and penalties of installments that fall due on the business date.'),
      to: paths.ageing,
    },
    DUE_PAID: {
      label: t('Paid of what is due today'),
      how: t('What is paid of the installments of the day, whenever it was paid.'),
      to: ofToday,
    },
    COLLECTED: {
      label: t('Collected today'),
      how: t('Payments with the business date as their value date, whatever they paid; reversed ones do not count.'),
      to: ofToday,
    },
    OVERDUE: {
      label: t('Overdue'),
      how: t('What was due before the business date on your loans and is not paid.'),
      to: paths.overdue,
    },
    AT_RISK: {
      label: t('At risk, over 30 days'),
      how: t('Principal of loans more than 30 days past due, of the principal of all active loans.'),
      to: `${paths.loans}?late=${pastDueText({ from: 31 })}`,
    },
    PROMISES: {
      label: t('Promises due'),
      how: t('Open promises to pay whose day has come.'),
      to: paths.queue,
    },
    REVERSED: {
      label: t('Reversed today'),
      how: t('Payments that were taken back on the business date.'),
      to: `${paths.payments}?status=REVERSED`,
    },
    LIQUID: {
      label: t('Money at hand'),
      how: t('Balances of cash, banks, mobile money, cards and the own wallets, by value date.'),
      to: paths.ledger,
    },
    EXPECTED: {
      label: t('Expected in 30 days'),
      how: t('What is unpaid of the installments that fall due in the 30 days after the business date.'),
      to: paths.ageing,
    },
    COMMITTED: {
      label: t('Approved and to go out'),
      how: t('Approved principal of loans that are not paid out.'),
      to: `${paths.loans}?status=APPROVED`,
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
      to: `${paths.payments}?status=REVERSED`,
    },
    BACKDATED: {
      label: t('Payments dated back'),
      how: t('Payments taken in the last 30 days with an earlier value date than the business date of that day.'),
      to: `${paths.audit}?action=loan.repay&from=${from}`,
    },
    DEFAULT_MARKS: {
      label: t('Marks of default'),
      how: t('How often a loan was marked as in default, or unmarked, in the last 30 days.'),
      to: `${paths.audit}?action=loan.default&from=${from}`,
    },
    GIVEN_UP: {
      label: t('Write-offs and waivers'),
      how: t('Loans written off and charges waived in the last 30 days, those of an earlier date too.'),
      to: `${paths.audit}?action=loan.write_off&from=${from}`,
    },
    TERMS_CHANGED: {
      label: t('Terms changed or taken back'),
      how: t(
        'How often other terms were agreed, or something other than a payment was taken back, in the last 30 days.',
      ),
      to: `${paths.audit}?action=schedule.restructure&from=${from}`,
    },
    WALLET_PAYOUTS: {
      label: t('Paid out of wallets'),
      how: t("How often money was paid out of a borrower's wallet in the last 30 days."),
      to: `${paths.audit}?action=wallet.pay_out&from=${from}`,
    },
    MANUAL_ENTRIES: {
      label: t('Manual entries posted'),
      how: t('Entries drafted by hand that were posted in the last 30 days.'),
      to: paths.manualEntries,
    },
    REOPENED: {
      label: t('Months opened again'),
      how: t('How often a closed month of the books was opened again in the last 30 days.'),
      to: paths.periods,
    },
    RIGHTS_CHANGED: {
      label: t('Changes of rights'),
      how: t('How often a role or a user was changed in the last 30 days.'),
      to: `${paths.audit}?action=role.change&from=${from}`,
    },
    UNSEALED: {
      label: t('Waiting for the seal'),
      how: t('Records that are not in the chain of hashes yet; it takes some seconds.'),
      to: paths.audit,
    },
    JOBS_RUNNING: {
      label: t('Jobs running'),
      how: t('Long jobs that run now.'),
      to: paths.closeDay,
    },
    JOBS_FAILED: {
      label: t('Jobs failed'),
      how: t('Long jobs of the last 24 hours that ended with an error, of the newest 200.'),
      to: paths.closeDay,
    },
    TASKS_LATE: {
      label: t('Tasks late'),
      how: t('Tasks of the clock, like sealing, that should have run more than a minute ago.'),
      to: paths.closeDay,
    },
    TASKS_FAILING: {
      label: t('Tasks failing'),
      how: t('Tasks of the clock whose last run ended with an error.'),
      to: paths.closeDay,
    },
    MAIL_WAITING: {
      label: t('Mail waiting'),
      how: t('Mail that no mail server has taken yet.'),
      to: paths.outbox,
    },
    MAIL_FAILED: {
      label: t('Mail given up'),
      how: t('Mail of the last 7 days that no mail server took, however often it was tried.'),
      to: paths.outbox,
    },
    SIGNED_IN: {
      label: t('People signed in'),
      how: t('People who used a session in the last half hour.'),
      to: paths.users,
    },
  };
}
