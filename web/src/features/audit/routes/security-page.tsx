import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { EventDialog, type AuditEvent } from '@/features/audit/components/event-dialog';
import { auditFilter } from '@/features/audit/filter';
import { api, read } from '@/lib/api/client';
import { useQueryState } from '@/lib/use-query-state';

/** What may be asked for, by the first part of the action. */
const KINDS: readonly (readonly [action: string, label: string])[] = [
  ['user.sign_in', 'Sign-ins, let in or refused'],
  ['user.begin_sign_in', 'Right passwords that stopped at the second factor'],
  ['user.slow_down', 'Guessing that was slowed down'],
  ['user.show_password', 'Wrong passwords of who was signed in'],
  ['user.wrong_code', 'Wrong codes of the second factor'],
  ['user.wrong_passkey', 'Passkeys that did not fit, of who was signed in'],
  ['user.add_passkey', 'Passkeys added'],
  ['user.rename_passkey', 'Passkeys renamed'],
  ['user.remove_passkey', 'Passkeys removed'],
  ['user.add_second_factor', 'Second factors added'],
  ['user.remove_second_factor', 'Second factors removed'],
  ['user.forget_password', 'Forgotten passwords'],
  ['user.reset_password', 'Passwords set anew by mail'],
  ['user.change_password', 'Passwords changed'],
  ['user.session_reuse', 'Sessions that two had'],
  ['user.renew_recovery_codes', 'Recovery codes made anew'],
  ['user.end_session', 'Devices signed out, or ended for wrong codes'],
  ['user.end_sessions', 'All devices signed out'],
  ['invitation', 'Invitations'],
  ['role', 'Roles'],
  ['mail.read', 'Mail read in the outbox'],
];

/** All of them: whatever users do about coming in, and what others do about that. */
const ALL = 'user,invitation,role,mail.read';

/** What an action is called where only one is listed; others are made readable. */
function wordsFor(action: string): string {
  return KINDS.find(([kind]) => kind === action)?.[1] ?? labelOf(action);
}

/** Who came in, who was refused, and what was changed about coming in; others add the way to what is beside it. */
export function SecurityPage({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<AuditEvent>();
  const chosen = get('action') === '' ? ALL : get('action');
  const filter = auditFilter({ action: chosen, from: get('from'), to: get('to') });
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    queryKey: ['security', filter, pages.cursor],
    queryFn: () => read(api.GET('/api/audit', { params: { query: { ...filter, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<AuditEvent>[] = [
    { key: 'at', title: t('When'), width: 190, show: (each) => <MomentText value={each.at} /> },
    { key: 'action', title: t('What'), leads: true, show: (each) => t(wordsFor(each.action ?? '')) },
    { key: 'subject', title: t('Of'), show: (each) => each.subject?.label ?? '–' },
    { key: 'actor', title: t('By'), show: (each) => each.actor?.name ?? '–' },
    { key: 'address', title: t('Address'), width: 150, show: (each) => each.actor?.address ?? '–' },
    { key: 'result', title: t('Result'), width: 120, show: (each) => <StatusChip status={each.result} /> },
  ];
  return (
    <Page
      title={t('Security events')}
      subtitle={t('Who came in, who was refused, and what was changed about it, newest first.')}
    >
      {children}
      <DataTable
        label={t('Security events')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={setOpened}
        toolbar={
          <FilterBar>
            <FilterSelect
              label={t('Kind')}
              value={get('action')}
              options={KINDS.map(([value, label]) => ({ value, label: t(label) }))}
              onChoose={(action) => set({ action })}
            />
            <FilterDate label={t('From')} value={get('from')} onChoose={(from) => set({ from })} />
            <FilterDate label={t('To')} value={get('to')} onChoose={(to) => set({ to })} />
          </FilterBar>
        }
        empty={<EmptyState title={t('Nothing in this span')}>{t('Take a filter away to see more.')}</EmptyState>}
      />
      {opened && <EventDialog event={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
