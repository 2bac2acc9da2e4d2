import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { rhythmText } from '@/components/rhythm';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import type { Product } from '@/features/product/product-form';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** What can be lent, and on which terms. */
export function ProductsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const pages = usePages('');
  const query = useQuery($api.queryOptions('get', '/api/products'));
  const make = may('product.edit') && (
    <Button component={Link} to={paths.newProduct} variant="contained">
      {t('New product')}
    </Button>
  );
  const columns: readonly Column<Product>[] = [
    {
      key: 'name',
      title: t('Name'),
      flex: 1.5,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.product(each.id)}>{each.name}</TextLink>,
    },
    { key: 'rate', title: t('Rate'), width: 110, align: 'right', show: (each) => `${each.annualRate} %` },
    {
      key: 'installments',
      title: t('Installments'),
      width: 170,
      show: (each) => rhythmText(each, t),
    },
    { key: 'how', title: t('Repayment'), show: (each) => t(labelOf(each.amortization ?? 'EQUAL_INSTALLMENTS')) },
    {
      key: 'max',
      title: t('Largest amount'),
      width: 160,
      align: 'right',
      show: (each) => <MoneyText amount={each.maxPrincipal} currency={each.currency} />,
    },
    {
      key: 'active',
      title: t('Status'),
      width: 120,
      show: (each) => <StatusChip status={each.active === false ? 'INACTIVE' : 'ACTIVE'} />,
    },
  ];
  return (
    <Page title={t('Products')} actions={make}>
      <DataTable
        label={t('Products')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={(each) => void navigate(paths.product(each.id))}
        empty={
          <EmptyState title={t('No product yet')} action={make}>
            {t('A product says on which terms you lend. Applications choose one.')}
          </EmptyState>
        }
      />
    </Page>
  );
}
