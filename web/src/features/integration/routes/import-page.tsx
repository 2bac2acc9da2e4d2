import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '@/components/page';
import { TextLink } from '@/components/text-link';
import { ImportResult } from '@/features/integration/components/import-result';
import { paths } from '@/lib/paths';

/** One import: how it goes and what it came to. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <Page title={t('Import')} above={<TextLink to={paths.imports}>{t('All imports')}</TextLink>}>
      <ImportResult id={id} />
    </Page>
  );
}
