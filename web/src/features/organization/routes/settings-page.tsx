import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { OrganizationForm } from '@/features/organization/components/organization-form';
import { SettingsTabs } from '@/features/organization/components/settings-tabs';
import { api, readVersioned } from '@/lib/api/client';

/** Name, region and who may register. */
export function SettingsPage() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['organization'],
    queryFn: () => readVersioned(api.GET('/api/organization')),
  });
  return (
    <Page title={t('Settings')}>
      <SettingsTabs />
      <Box sx={{ maxWidth: 620 }}>
        <Section title={t('Organization')}>
          <QueryView query={query}>
            {({ data, etag }) => <OrganizationForm key={etag} organization={data} etag={etag} />}
          </QueryView>
        </Section>
      </Box>
    </Page>
  );
}
