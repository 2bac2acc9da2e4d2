import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { PageButtons } from '@/components/page-buttons';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { usePages } from '@/components/use-pages';
import { Sessions } from '@/features/identity/components/sessions';
import { api, read } from '@/lib/api/client';

/** One's own devices: what one does not know, or has lost, is signed out from here, at once. */
export function OwnSessions() {
  const { t } = useTranslation();
  const notify = useNotice();
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['own-sessions', pages.cursor],
    queryFn: () => read(api.GET('/api/profile/sessions', { params: { query: { cursor: pages.cursor, limit: 10 } } })),
  });
  const end = useMutation({
    mutationFn: async (id: string | undefined) => {
      if (id === undefined) await api.DELETE('/api/profile/sessions');
      else await api.DELETE('/api/profile/sessions/{id}', { params: { path: { id } } });
    },
    onSuccess: (_, id) => notify(id === undefined ? t('All other devices are signed out.') : t('Signed out.')),
  });
  const items = query.data?.items ?? [];
  return (
    <Section
      title={t('Where you are signed in')}
      action={
        (items.length > 1 || pages.cursor !== undefined) && (
          <Button size="small" color="error" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {t('Sign out all others')}
          </Button>
        )
      }
    >
      <QueryView query={query} lines={3}>
        {(shown) => (
          <>
            <Sessions
              label={t('Where you are signed in')}
              items={shown.items ?? []}
              busy={end.isPending}
              onEnd={({ id }) => end.mutate(id)}
            />
            <PageButtons pages={pages} next={shown.next} count={shown.items?.length ?? 0} />
          </>
        )}
      </QueryView>
      <ProblemAlert error={end.error} />
    </Section>
  );
}
