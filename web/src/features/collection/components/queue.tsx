import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { PageButtons } from '@/components/page-buttons';
import { QueryView } from '@/components/query-view';
import { usePages } from '@/components/use-pages';
import { ContactDialog } from '@/features/collection/components/contact-dialog';
import { QueueList } from '@/features/collection/components/queue-list';
import { SheetButton } from '@/features/collection/components/sheet-button';
import { useAssignees } from '@/features/collection/components/use-assignees';
import { $api, type Schema } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Section = Schema<'QueuedLoan'>['section'];

/** What is to be done today, the most urgent first; somebody else's for those who hand work out. */
export function Queue() {
  const { t } = useTranslation();
  const may = useMay();
  const { id: ownId } = useProfile();
  const [get, set] = useQueryState();
  const [contacted, setContacted] = useState<Schema<'OverdueLoan'>>();
  const assigneeId = get('of') || undefined;
  const section = (get('section') || undefined) as Section | undefined;
  const pages = usePages(JSON.stringify([assigneeId, section]));
  const assignees = useAssignees();
  const summary = useQuery($api.queryOptions('get', '/api/collection/summary', { params: { query: { assigneeId } } }));
  const query = useQuery({
    ...$api.queryOptions('get', '/api/collection/queue', {
      params: { query: { assigneeId, section, cursor: pages.cursor, limit: 50 } },
    }),
    placeholderData: keepPreviousData,
  });
  const items = query.data?.items ?? [];
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Figures summary={summary.data} chosen={section} onChoose={(next) => set({ section: next })} />
      <Card>
        <Box sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>
          <FilterBar end={<SheetButton assigneeId={assigneeId ?? ownId} />}>
            {may('collection.assign') && (
              <FilterSelect
                label={t('Whose work')}
                value={get('of')}
                usual={t('My own')}
                options={assignees}
                onChoose={(of) => set({ of })}
              />
            )}
            <Typography variant="body2" sx={{ color: 'text.secondary', display: { xs: 'none', md: 'block' } }}>
              {t('j and k or the arrows go through the list, Enter opens a loan, c logs a contact.')}
            </Typography>
          </FilterBar>
        </Box>
        <QueryView query={query} lines={8}>
          {() =>
            items.length === 0 ? (
              <EmptyState title={t('Nothing to do today')}>
                {t('Broken promises, promises and plans that are due, and loans that fell behind show up here.')}
              </EmptyState>
            ) : (
              <QueueList
                items={items}
                onContact={may('collection.promise') ? (loan) => setContacted(loan) : undefined}
              />
            )
          }
        </QueryView>
        <PageButtons pages={pages} next={query.data?.next} count={items.length} />
      </Card>
      {contacted && <ContactDialog loan={contacted} onClose={() => setContacted(undefined)} />}
    </Stack>
  );
}

type FiguresProps = {
  readonly summary: Schema<'QueueSummary'> | undefined;
  readonly chosen: Section | undefined;
  readonly onChoose: (section: Section | undefined) => void;
};

/** How much there is of each kind of work, each a way to that part; then what became of promises. */
function Figures({ summary, chosen, onChoose }: FiguresProps) {
  const { t } = useTranslation();
  const decided = (summary?.promisesKept ?? 0) + (summary?.promisesBroken ?? 0);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}>
      {(summary?.sections ?? []).map(({ section, loans }) => (
        <Card
          key={section}
          component="button"
          type="button"
          aria-pressed={chosen === section}
          onClick={() => onChoose(chosen === section ? undefined : section)}
          sx={{
            p: 1.75,
            font: 'inherit',
            color: 'inherit',
            textAlign: 'left',
            cursor: 'pointer',
            ...(chosen === section && { outline: '2px solid', outlineColor: 'primary.main' }),
            '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
          }}
        >
          <Figure label={t(labelOf(section))} value={String(loans)} />
        </Card>
      ))}
      <Card sx={{ p: 1.75 }}>
        <Figure
          label={t('Promises kept this month')}
          value={t('{{kept}} of {{all}}', { kept: summary?.promisesKept ?? 0, all: decided })}
        />
      </Card>
    </Box>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{label}</Box>
      <Box sx={{ fontSize: '1.375rem', fontWeight: 650, fontVariantNumeric: 'tabular-nums' }}>{value}</Box>
    </>
  );
}
