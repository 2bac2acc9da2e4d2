import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';

const LATEST = 3;

/** What the lender wrote last to whoever looks. */
export function OwnMessages() {
  const { t } = useTranslation();
  const query = useQuery($api.queryOptions('get', '/api/reminders', { params: { query: { limit: LATEST } } }));
  return (
    <Section
      title={t('Messages')}
      action={query.data?.next && <TextLink to={paths.reminders}>{t('All messages')}</TextLink>}
    >
      <QueryView query={query} lines={2}>
        {(found) =>
          found.items.length === 0 ? (
            <EmptyState slim title={t('No message yet')}>
              {t('We write before something falls due.')}
            </EmptyState>
          ) : (
            <Stack component="ul" sx={{ gap: 1.5, m: 0, p: 0, listStyle: 'none' }}>
              {found.items.map((message, index) => (
                <li key={message.id}>
                  <details open={index === 0}>
                    <Box component="summary" sx={{ cursor: 'pointer', overflowWrap: 'anywhere' }}>
                      <strong>{message.subject}</strong>{' '}
                      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                        <DateText value={message.madeOn} />
                      </Box>
                    </Box>
                    <Box sx={{ mt: 1, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{message.body}</Box>
                  </details>
                </li>
              ))}
            </Stack>
          )
        }
      </QueryView>
    </Section>
  );
}
