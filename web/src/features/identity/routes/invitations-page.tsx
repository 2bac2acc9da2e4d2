import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { useNotice } from '@/components/notice';
import { Page } from '@/components/page';
import { useProblemText } from '@/components/problem-text';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { useRoles } from '@/components/use-roles';
import { AcceptLink } from '@/features/identity/components/accept-link';
import { InviteDialog } from '@/features/identity/components/invite-dialog';
import { PeopleTabs } from '@/features/identity/components/people-tabs';
import { api, read, type Schema } from '@/lib/api/client';
import { useQueryState } from '@/lib/use-query-state';

type Invitation = Schema<'Invitation'>;

/** Who was asked to join. Where no mail server is set, the link is shown once to hand over. */
export function InvitationsPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const { nameOf } = useRoles();
  const notify = useNotice();
  const words = useProblemText();
  const [link, setLink] = useState<string>();
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['invitations', pages.cursor],
    queryFn: () => read(api.GET('/api/invitations', { params: { query: { cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const told = (invitation: Invitation | undefined) => {
    const url = invitation?.acceptUrl;
    if (url) setLink(url);
    else notify(t('The invitation is on its way.'));
  };
  const act = useMutation({
    mutationFn: async ({ id, kind }: { id: string; kind: 'revoke' | 'resend' }) => {
      const params = { path: { id } };
      if (kind === 'resend') told(await read(api.POST('/api/invitations/{id}/resend', { params })));
      else await api.DELETE('/api/invitations/{id}', { params });
    },
    onError: (error) => notify(words(error), 'error'),
  });
  const invite = (
    <Button variant="contained" onClick={() => set({ new: '1' })}>
      {t('Invite a colleague')}
    </Button>
  );
  const columns: readonly Column<Invitation>[] = [
    { key: 'email', title: t('E-mail'), leads: true, flex: 1.4, show: (each) => each.email },
    { key: 'role', title: t('Role'), width: 150, show: (each) => nameOf(each.role) },
    { key: 'by', title: t('Invited by'), show: (each) => each.invitedBy ?? '–' },
    { key: 'until', title: t('Valid until'), width: 180, show: (each) => <MomentText value={each.expiresAt} /> },
    { key: 'status', title: t('Status'), width: 120, show: (each) => <StatusChip status={each.status} /> },
    {
      key: 'do',
      title: t('Actions'),
      isAction: true,
      width: 190,
      show: (each) =>
        (each.status === 'OPEN' || each.status === 'EXPIRED') && (
          <Stack direction="row" sx={{ alignItems: 'center', height: '100%' }}>
            <Button size="small" onClick={() => act.mutate({ id: each.id, kind: 'resend' })}>
              {t('Send again')}
            </Button>
            <Button size="small" color="error" onClick={() => act.mutate({ id: each.id, kind: 'revoke' })}>
              {t('Revoke')}
            </Button>
          </Stack>
        ),
    },
  ];
  return (
    <Page title={t('People')} actions={invite}>
      <PeopleTabs />
      {link !== undefined && <AcceptLink link={link} />}
      <DataTable
        label={t('Invitations')}
        query={query}
        columns={columns}
        pages={pages}
        empty={
          <EmptyState title={t('Nobody is invited')} action={invite}>
            {t('A colleague gets a link, chooses a password, and is in.')}
          </EmptyState>
        }
      />
      {get('new') === '1' && (
        <InviteDialog
          onClose={() => set({ new: undefined })}
          onInvited={(invitation) => {
            set({ new: undefined });
            told(invitation);
          }}
        />
      )}
    </Page>
  );
}
