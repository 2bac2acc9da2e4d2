import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { CalendarFacts } from '@/features/organization/components/calendar-facts';
import { CalendarForm } from '@/features/organization/components/calendar-form';
import { SettingsTabs } from '@/features/organization/components/settings-tabs';
import { api, readVersioned } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** When the house works: what due dates keep to where a product says so. */
export function CalendarPage() {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery({
    queryKey: ['calendar'],
    queryFn: () => readVersioned(api.GET('/api/calendar')),
  });
  return (
    <Page
      title={t('Settings')}
      subtitle={t(
        'Due dates keep to this where the product says so. Loans keep the calendar that they were applied for with.',
      )}
    >
      <SettingsTabs />
      <Box sx={{ maxWidth: 620 }}>
        <Section title={t('Holidays')}>
          <QueryView query={query}>
            {({ data, etag }) =>
              may('settings.edit') ? (
                <CalendarForm key={etag} calendar={data} etag={etag} />
              ) : (
                <CalendarFacts calendar={data} />
              )
            }
          </QueryView>
        </Section>
      </Box>
    </Page>
  );
}
