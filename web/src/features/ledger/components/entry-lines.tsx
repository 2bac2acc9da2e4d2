import { useTranslation } from 'react-i18next';
import { MoneyText } from '@/components/money-text';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Props = {
  readonly lines: readonly Schema<'EntryLine'>[];
  /** The day of an entry of the journal, up to which accounts are shown. */
  readonly on?: string;
};

/** The lines of an entry, each amount in its column. */
export function EntryLines({ lines, on }: Props) {
  const { t } = useTranslation();
  return (
    <SheetTable
      label={t('Lines')}
      items={lines}
      keyOf={(_, index) => index}
      columns={[
        {
          key: 'account',
          title: t('Account'),
          show: (line) => {
            const name = `${line.account} ${line.accountName}`;
            if (on === undefined) return name;
            const of = { account: line.account, to: on, currency: line.currency };
            return <TextLink to={paths.generalLedger(of)}>{name}</TextLink>;
          },
        },
        {
          key: 'debit',
          title: t('Debit'),
          isFigure: true,
          show: (line) => line.debit && <MoneyText amount={line.debit} currency={line.currency} />,
        },
        {
          key: 'credit',
          title: t('Credit'),
          isFigure: true,
          show: (line) => line.credit && <MoneyText amount={line.credit} currency={line.currency} />,
        },
        {
          key: 'loan',
          title: t('Loan'),
          show: (line) => line.loanId && <TextLink to={paths.loan(line.loanId)}>{t('Open the loan')}</TextLink>,
        },
      ]}
    />
  );
}
