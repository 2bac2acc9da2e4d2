import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNotice } from '@/components/notice';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { ProductEditor } from '@/features/product/components/product-editor';
import { ProductFacts } from '@/features/product/components/product-facts';
import type { ProductBody } from '@/features/product/product-form';
import { $api, api, read } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** One product. A change makes a new version: loans keep the terms they were made with. */
export function ProductPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const may = useMay();
  const notify = useNotice();
  const query = useQuery($api.queryOptions('get', '/api/products/{id}', { params: { path: { id } } }));
  const save = useMutation({
    mutationFn: (body: ProductBody) =>
      read(
        api.PATCH('/api/products/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${String(query.data?.version ?? 0)}"` } },
          body,
        }),
      ),
  });
  return (
    <Page
      title={query.data?.name ?? t('Product')}
      subtitle={t('A change makes a new version; loans keep the terms they were made with.')}
    >
      <QueryView query={query}>
        {(product) =>
          may('product.edit') ? (
            <ProductEditor
              key={product.version}
              product={product}
              onSave={async (body) => {
                await save.mutateAsync(body);
                notify(t('Saved. New applications use these terms.'));
              }}
            />
          ) : (
            <Section title={t('Terms')}>
              <ProductFacts product={product} />
            </Section>
          )
        }
      </QueryView>
    </Page>
  );
}
