import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { StatusChip } from '@/components/status-chip';
import type { Tone } from '@/components/tones';
import { useNumberText } from '@/components/use-number-text';
import { taskOf } from '@/features/organization/job-words';
import { $api, type Schema } from '@/lib/api/client';

const AGAIN_MS = 10_000;

function stateOf({ failures, late }: Schema<'ClockTask'>): { readonly status: string; readonly tone: Tone } {
  if (failures > 0) return { status: 'FAILING', tone: 'error' };
  return late ? { status: 'LATE', tone: 'warning' } : { status: 'IN_TIME', tone: 'success' };
}

/** What the program does by the clock, and how that went last. */
export function ClockTasks() {
  const { t } = useTranslation();
  const number = useNumberText();
  const query = useQuery({ ...$api.queryOptions('get', '/api/clock-tasks'), refetchInterval: AGAIN_MS });
  return (
    <Section title={t('By the clock')} flush>
      <QueryView query={query} lines={6}>
        {({ items }) => (
          <SheetTable
            label={t('By the clock')}
            items={items}
            keyOf={(task) => taskOf(task.name, t)}
            columns={[
              { key: 'name', title: t('Task'), show: (task) => taskOf(task.name, t) },
              {
                key: 'state',
                title: t('State'),
                show: (task) => <StatusChip {...stateOf(task)} />,
              },
              { key: 'next', title: t('Next'), isDetail: true, show: (task) => <MomentText value={task.nextAt} /> },
              {
                key: 'well',
                title: t('Went well last'),
                isDetail: true,
                show: (task) => <MomentText value={task.succeededAt} />,
              },
              {
                key: 'wrong',
                title: t('Went wrong last'),
                isDetail: true,
                show: (task) => <MomentText value={task.failedAt} />,
              },
              {
                key: 'failures',
                title: t('Failures since'),
                isFigure: true,
                isDetail: true,
                show: (task) => number(task.failures),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  );
}
