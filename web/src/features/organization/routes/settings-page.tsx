import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { OrganizationForm } from '@/features/organization/components/organization-form';
import { SettingsTabs } from '@/features/organization/components/settings-tabs';
import { $api } from '@/lib/api/client';

/** Name, region and who may register. */
export function SettingsPage() {
  const { t } = useTranslation();
  const query = useQuery($api.queryOptions('get', '/api/organization'));
  return (
    <Page title={t('Settings')}>
      <SettingsTabs />
      <Box sx={{ maxWidth: 620 }}>
        <Section title={t('Organization')}>
          <QueryView query={query}>
            {(organization) => <OrganizationForm key={organization.version} organization={organization} />}
          </QueryView>
        </Section>
      </Box>
    </Page>
  );
}
