import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { LedgerTabs } from '@/features/ledger/components/ledger-tabs';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Account = Schema<'Account'>;

/** The chart of accounts. */
export function AccountsPage() {
  const { t } = useTranslation();
  const pages = usePages('');
  const query = useQuery($api.queryOptions('get', '/api/ledger/accounts'));
  const columns: readonly Column<Account>[] = [
    {
      key: 'code',
      title: t('Account'),
      width: 120,
      show: (each) =>
        each.header ? each.code : <TextLink to={paths.generalLedger({ account: each.code })}>{each.code}</TextLink>,
    },
    { key: 'name', title: t('Name'), leads: true, flex: 2, show: (each) => each.name },
    { key: 'type', title: t('Kind'), show: (each) => t(labelOf(each.type ?? '')) },
    {
      key: 'cashFlow',
      title: t('Cash flow'),
      width: 140,
      show: (each) => (each.header ? '' : t(labelOf(each.cashFlow))),
    },
    { key: 'currency', title: t('Currency'), width: 120, show: (each) => each.currency ?? t('Any') },
    {
      key: 'active',
      title: t('Status'),
      width: 120,
      show: (each) => <StatusChip status={each.active === false ? 'INACTIVE' : 'ACTIVE'} />,
    },
  ];
  return (
    <Page title={t('Ledger')}>
      <LedgerTabs />
      <DataTable
        label={t('Accounts')}
        query={query}
        columns={columns}
        pages={pages}
        empty={<EmptyState title={t('No account yet')} />}
      />
    </Page>
  );
}
