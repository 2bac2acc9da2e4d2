import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { ClassesForm } from '@/features/arrears/components/classes-form';
import { ClassesTable } from '@/features/arrears/components/classes-table';
import { SettingsTabs } from '@/features/organization/components/settings-tabs';
import { api, readVersioned } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** How far behind is how bad, and what follows from it. */
export function ArrearsClassesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery({
    queryKey: ['arrears-classes'],
    queryFn: () => readVersioned(api.GET('/api/arrears/classes')),
  });
  return (
    <Page
      title={t('Settings')}
      subtitle={t('A class ends where the next one begins. What the close of a day saw before stays as it was.')}
    >
      <SettingsTabs />
      <Section title={t('Arrears classes')}>
        <QueryView query={query}>
          {({ data, etag }) =>
            may('settings.edit') ? (
              <ClassesForm key={etag} classes={data.classes} etag={etag} />
            ) : (
              <ClassesTable classes={data.classes} />
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}
