import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNotice } from '@/components/notice';
import { Page } from '@/components/page';
import { useProblemText } from '@/components/problem-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { ProductEditor } from '@/features/product/components/product-editor';
import { ProductFacts } from '@/features/product/components/product-facts';
import { changedTerms } from '@/features/product/product-form';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** One product. A change makes a new version: loans keep the terms they were made with. */
export function ProductPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const notify = useNotice();
  const words = useProblemText();
  const query = useQuery($api.queryOptions('get', '/api/products/{id}', { params: { path: { id } } }));
  const save = useMutation({
    mutationFn: (body: Schema<'ProductChange'>) =>
      read(
        api.PATCH('/api/products/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${String(query.data?.version ?? 0)}"` } },
          body,
        }),
      ),
  });
  const product = query.data;
  const offer = (active: boolean) =>
    save
      .mutateAsync({ active })
      .then(() =>
        notify(active ? t('It can be chosen again.') : t('It cannot be chosen any more. Its loans go on as they are.')),
      )
      .catch((error: unknown) => notify(words(error), 'error'));
  return (
    <Page
      title={product?.name ?? t('Product')}
      subtitle={
        product && (
          <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <StatusChip status={product.active ? 'ACTIVE' : 'INACTIVE'} />
            <span>{t('Version {{version}}', { version: product.version })}</span>
            <span>{t('A change makes a new version; loans keep the terms they were made with.')}</span>
          </Stack>
        )
      }
      actions={
        product &&
        may('product.edit') && (
          <Button
            variant="outlined"
            color={product.active ? 'error' : 'primary'}
            loading={save.isPending}
            onClick={() => void offer(!product.active)}
          >
            {product.active ? t('Stop offering it') : t('Offer it again')}
          </Button>
        )
      }
    >
      <QueryView query={query}>
        {(shown) =>
          may('product.edit') ? (
            <ProductEditor
              key={shown.version}
              product={shown}
              onSave={async (body) => {
                await save.mutateAsync({ terms: changedTerms(shown, body) });
                notify(t('Saved. New applications use these terms.'));
              }}
            />
          ) : (
            <Section title={t('Terms')}>
              <ProductFacts product={shown} />
            </Section>
          )
        }
      </QueryView>
    </Page>
  );
}
