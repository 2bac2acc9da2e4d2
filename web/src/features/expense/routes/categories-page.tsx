import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { CategoryDialog, type Category } from '@/features/expense/components/category-dialog';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';

/** What money is spent on, each with its account of the books. */
export function CategoriesPage() {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<Category>();
  const [isNew, setNew] = useState(false);
  const query = useQuery($api.queryOptions('get', '/api/expense-categories'));
  return (
    <Page
      title={t('Categories of expenses')}
      above={<TextLink to={paths.expenses}>{t('Expenses')}</TextLink>}
      actions={
        <Button variant="contained" onClick={() => setNew(true)}>
          {t('Add a category')}
        </Button>
      }
    >
      <Section title={t('Categories')} flush>
        <QueryView query={query} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('There is none yet')} />
            ) : (
              <SheetTable
                label={t('Categories')}
                items={items}
                keyOf={(category) => category.id}
                columns={[
                  { key: 'name', title: t('Name'), show: (category) => category.name },
                  { key: 'account', title: t('Account'), show: (category) => category.accountCode },
                  {
                    key: 'active',
                    title: t('Offered'),
                    isDetail: true,
                    show: (category) => (category.active ? t('Yes') : t('No')),
                  },
                  {
                    key: 'change',
                    title: t('Change'),
                    isDetail: true,
                    show: (category) => (
                      <Button
                        size="small"
                        sx={{ my: -0.75 }}
                        onClick={() => setChanged(category)}
                        aria-label={t('Change {{name}}', { name: category.name })}
                      >
                        {t('Change')}
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </QueryView>
      </Section>
      {isNew && <CategoryDialog onClose={() => setNew(false)} />}
      {changed && <CategoryDialog category={changed} onClose={() => setChanged(undefined)} />}
    </Page>
  );
}
