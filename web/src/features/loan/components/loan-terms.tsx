import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { exactText } from '@/components/exact-text';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { penaltyText } from '@/components/penalty';
import { rhythmText } from '@/components/rhythm';
import { Section } from '@/components/section';
import { WhyButton } from '@/components/why-button';
import { WhyDrawer } from '@/components/why-drawer';
import { costQuery, type Loan } from '@/features/loan/api/get-loan';
import { compareAmounts, isAmount } from '@/lib/amount';
import type { Figure } from '@/lib/api/explain';
import { useRegion } from '@/lib/profile';

/** More was paid out than was approved. */
const isToppedUp = ({ disbursedPrincipal, approvedPrincipal }: Loan) =>
  isAmount(disbursedPrincipal) &&
  isAmount(approvedPrincipal) &&
  compareAmounts(disbursedPrincipal, approvedPrincipal) > 0;

/** What was agreed: as it is now, and where that is something else, what the contract says. */
export function LoanTerms({ loan, isNow }: { readonly loan: Loan; readonly isNow: boolean }) {
  const { t } = useTranslation();
  const cost = useQuery({ ...costQuery(loan.id), enabled: isNow }).data;
  const [asks, setAsks] = useState<Figure>();
  const { locale } = useRegion();
  const { current } = loan;
  const code = (value: string | null | undefined) => (value ? t(labelOf(value)) : undefined);
  const rate = (figure: Figure, percent: string | null | undefined) => {
    if (percent == null) return undefined;
    const text = `${exactText(percent, locale, 2)} %`;
    return cost?.by === 'CONTRACT' ? <WhyButton onAsk={() => setAsks(figure)}>{text}</WhyButton> : text;
  };
  return (
    <Section title={t('Terms')}>
      <Facts
        width={150}
        facts={[
          [
            t('Principal'),
            <MoneyText
              key="p"
              amount={loan.disbursedPrincipal ?? loan.approvedPrincipal ?? loan.principal}
              currency={loan.currency}
            />,
          ],
          [
            t('Principal of the contract'),
            isToppedUp(loan) && <MoneyText key="c" amount={loan.approvedPrincipal ?? ''} currency={loan.currency} />,
          ],
          [
            t('Asked for'),
            loan.requestedPrincipal && <MoneyText key="r" amount={loan.requestedPrincipal} currency={loan.currency} />,
          ],
          [t('Rate'), t('{{rate}} % a year', { rate: current.annualRate })],
          [
            t('Rate of the contract'),
            current.annualRate !== loan.annualRate && t('{{rate}} % a year', { rate: loan.annualRate }),
          ],
          [t('APR'), rate('APR', cost?.apr)],
          [t('Effective rate'), rate('EFFECTIVE_RATE', cost?.effectiveRate)],
          [t('No interest until'), current.interestFreeUntil && <DateText key="f" value={current.interestFreeUntil} />],
          [t('Installments'), rhythmText({ ...loan, repayments: current.repayments }, t)],
          [t('Installments of the contract'), current.repayments !== loan.repayments && rhythmText(loan, t)],
          [t('First installment on'), loan.firstDueOn && <DateText key="i" value={loan.firstDueOn} />],
          [t('Interest'), code(loan.interestMethod)],
          [t('Repayment'), code(loan.amortization)],
          [t('Paying late costs'), loan.penalty && penaltyText(loan.penalty, loan.currency, locale, t)],
          [t('Category'), code(loan.category)],
          [t('Purpose'), loan.purpose],
          [t('Applied'), <DateText key="a" value={loan.appliedOn} />],
          [t('Taken by'), loan.appliedByName],
          [t('Approved on'), loan.approvedOn && <DateText key="o" value={loan.approvedOn} />],
          [t('Paid out on'), loan.disbursedOn && <DateText key="d" value={loan.disbursedOn} />],
          [t('Closed on'), loan.closedOn && <DateText key="c" value={loan.closedOn} />],
          [t('Why closed'), code(loan.closedReason)],
          [t('Why it ended'), loan.endedReason],
        ]}
      />
      {asks && <WhyDrawer loanId={loan.id} asked={{ figure: asks }} onClose={() => setAsks(undefined)} />}
    </Section>
  );
}
