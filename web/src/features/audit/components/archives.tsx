import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import type { Column } from '@/components/table-column';
import { useNumberText } from '@/components/use-number-text';
import { usePages } from '@/components/use-pages';
import { ArchiveDialog } from '@/features/audit/components/archive-dialog';
import { api, read, type Schema } from '@/lib/api/client';
import { saveFile } from '@/lib/api/files';
import { useMay } from '@/lib/profile';

type Archive = Schema<'TrailArchive'>;

/** The files with old rows of the trail, and the way to make one. */
export function Archives() {
  const { t } = useTranslation();
  const may = useMay();
  const number = useNumberText();
  const [asking, setAsking] = useState(false);
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['audit', 'archives', pages.cursor],
    queryFn: () => read(api.GET('/api/audit/archives', { params: { query: { cursor: pages.cursor, limit: 20 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Archive>[] = [
    { key: 'newest', title: t('Up to'), leads: true, width: 190, show: (each) => <MomentText value={each.newest} /> },
    { key: 'oldest', title: t('From'), width: 190, show: (each) => <MomentText value={each.oldest} /> },
    { key: 'rows', title: t('Rows'), width: 110, align: 'right', show: (each) => number(each.rows) },
    {
      key: 'seals',
      title: t('Seals'),
      width: 150,
      show: (each) => `${number(each.firstSeal)} – ${number(each.lastSeal)}`,
    },
    { key: 'bytes', title: t('Size in bytes'), width: 130, align: 'right', show: (each) => number(each.bytes) },
    {
      key: 'sha256',
      title: 'SHA-256',
      show: (each) => <code title={each.sha256}>{each.sha256.slice(0, 16)}…</code>,
    },
    { key: 'file', title: t('File'), isAction: true, width: 140, show: (each) => <Take archive={each} /> },
  ];
  return (
    <>
      <DataTable
        label={t('Archives')}
        query={query}
        columns={columns}
        pages={pages}
        toolbar={
          <Stack
            direction="row"
            sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 2, flexWrap: 'wrap' }}
          >
            <Typography variant="h2">{t('Archives')}</Typography>
            {may('audit.archive') && (
              <Button variant="outlined" onClick={() => setAsking(true)}>
                {t('Move old rows into a file')}
              </Button>
            )}
          </Stack>
        }
        empty={<EmptyState title={t('All rows are in the trail')}>{t('None were moved into a file yet.')}</EmptyState>}
      />
      {asking && <ArchiveDialog onClose={() => setAsking(false)} />}
    </>
  );
}

/** Saves a file; one that is not where it should be is said to be missing. */
function Take({ archive }: { readonly archive: Archive }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const words = useProblemText();
  const [saving, setSaving] = useState(false);
  if (!archive.here) return <Chip size="small" color="error" label={t('Missing')} />;
  const save = () => {
    setSaving(true);
    saveFile(`/api/audit/archives/${archive.id}/file`, archive.file)
      .catch((error: unknown) => notify(words(error), 'error'))
      .finally(() => setSaving(false));
  };
  return (
    <Button
      size="small"
      onClick={save}
      loading={saving}
      aria-label={t('Download the rows of seals {{first}} to {{last}}', {
        first: archive.firstSeal,
        last: archive.lastSeal,
      })}
    >
      {t('Download')}
    </Button>
  );
}
