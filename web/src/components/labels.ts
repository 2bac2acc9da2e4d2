const LABELS: Readonly<Record<string, string>> = {
  SUBMITTED: 'Submitted',
  UNDER_REVIEW: 'Under review',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  WITHDRAWN: 'Withdrawn',
  ACTIVE: 'Active',
  CLOSED: 'Closed',
  WRITTEN_OFF: 'Written off',
  CANCELLED: 'Cancelled',
  PARTIAL: 'Paid in part',
  DUE_IN_PART: 'Due, paid in part',
  OVERDUE_IN_PART: 'Overdue, paid in part',
  DEFAULTED: 'In default',
  REPAID: 'Repaid',
  SETTLED_EARLY: 'Settled early',
  LOAN_OFFICER: 'Loan officer',
  FIELD_OFFICER: 'Field officer',
  ADMIN: 'Administrator',
  DECLINING_BALANCE: 'Declining balance',
  FLAT: 'Flat',
  EQUAL_INSTALLMENTS: 'Equal installments',
  EQUAL_PRINCIPAL: 'Equal principal',
  INTEREST_ONLY: 'Interest only, principal at the end',
  PERSONAL: 'Personal loans',
  BUSINESS: 'Business loans',
  SKIP: 'Left out',
  BULLET: 'Everything at the end',
  DAILY: 'By the day',
  SAME_AS_REPAYMENT_PERIOD: 'By the repayment period',
  ACTUAL: 'Actual days',
  HALF_EVEN: 'To the nearest cent, leveled',
  HALF_UP: 'To the nearest cent',
  UP: 'Up',
  MOBILE_MONEY: 'Mobile money',
  LOAN_FUND: 'Loan fund',
  EXPENSE: 'Expense wallet',
  RECORDED: 'Waits for approval',
  TAKEN_BACK: 'Taken back',
  AT_DISBURSEMENT: 'At disbursement',
  EACH_INSTALLMENT: 'With each installment',
  DATE: 'On a date',
  SMS: 'Text message',
  NOT_REACHED: 'Not reached',
  WRONG_NUMBER: 'Wrong number',
  MOVED: 'Moved away',
  LEGAL: 'Legal step',
  BROKEN_PROMISE: 'Promise broken',
  PROMISE_DUE: 'Promise due',
  ACTION_DUE: 'Planned for today',
  NEWLY_OVERDUE: 'Newly overdue',
  NOT_CONTACTED: 'Nobody has reached out',
};

/** The English word for a code of the API; a code nobody told us about is made readable. */
export function labelOf(code: string): string {
  const known = LABELS[code];
  if (known !== undefined) return known;
  const words = code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
