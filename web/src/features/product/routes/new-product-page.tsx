import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNotice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProductEditor } from '@/features/product/components/product-editor';
import type { ProductBody } from '@/features/product/product-form';
import { api, read } from '@/lib/api/client';
import { paths } from '@/lib/paths';

/** Makes a product. */
export function NewProductPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotice();
  const save = useMutation({ mutationFn: (body: ProductBody) => read(api.POST('/api/products', { body })) });
  return (
    <Page title={t('New product')}>
      <ProductEditor
        onSave={async (body) => {
          const made = await save.mutateAsync(body);
          notify(t('{{name}} is ready for applications.', { name: made.name }));
          await navigate(paths.products);
        }}
      />
    </Page>
  );
}
