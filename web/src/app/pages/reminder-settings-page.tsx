import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { ReminderForm } from '@/features/notification/components/reminder-form';
import { SettingsTabs } from '@/features/organization/components/settings-tabs';
import { howToPayQuery } from '@/features/payment/api/how-to-pay';
import { HowToPayForm } from '@/features/payment/components/how-to-pay-form';
import { api, readVersioned } from '@/lib/api/client';

/** When borrowers are reminded, and in which words. */
export function ReminderSettingsPage() {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['reminder-settings'],
    queryFn: () => readVersioned(api.GET('/api/reminders/settings')),
  });
  const howToPay = useQuery(howToPayQuery());
  return (
    <Page
      title={t('Settings')}
      subtitle={t('The close of a day makes the messages of the next one. What was made stays as it was.')}
    >
      <SettingsTabs />
      <Section title={t('Reminders')}>
        <QueryView query={query}>
          {({ data, etag }) => <ReminderForm key={etag} settings={data} etag={etag} />}
        </QueryView>
      </Section>
      <Section title={t('How to pay')}>
        <QueryView query={howToPay}>
          {({ data, etag }) => <HowToPayForm key={etag} words={data} etag={etag} />}
        </QueryView>
      </Section>
    </Page>
  );
}
