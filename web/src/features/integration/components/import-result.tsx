import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { JobProgress } from '@/components/job-progress';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { useNumberText } from '@/components/use-number-text';
import { importQuery } from '@/features/integration/api/get-import';
import type { Schema } from '@/lib/api/client';
import { saveFile } from '@/lib/api/files';

type Import = Schema<'ImportResponse'>;

/** The files that rows are refused in; each is put right by itself. */
const PARTS = [
  { part: 'LOANS', of: 'loans', label: 'Download the loans to put them right' },
  { part: 'PAYMENTS', of: 'payments', label: 'Download the payments to put them right' },
] as const;

/** How an import goes, and what it came to: counts, control totals, and the rows that were refused. */
export function ImportResult({ id }: { readonly id: string }) {
  const query = useQuery(importQuery(id));
  return <QueryView query={query}>{(made) => <Result made={made} />}</QueryView>;
}

function Result({ made }: { readonly made: Import }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const words = useProblemText();
  const number = useNumberText();
  const isRunning = made.status === 'RUNNING';
  const refused = made.loans.rejected + made.payments.rejected;
  const counts = (part: string, of: Schema<'ImportCounts'>) =>
    of.rows > 0 &&
    ([
      part,
      t('{{imported}} of {{rows}}', { imported: number(of.imported), rows: number(of.rows) }) +
        (of.present > 0 ? t(', {{number}} were in before', { number: number(of.present) }) : '') +
        (of.skipped > 0 ? t(', {{number}} left out', { number: number(of.skipped) }) : '') +
        (of.rejected > 0 ? t(', {{number}} refused', { number: number(of.rejected) }) : ''),
    ] as const);
  const facts = [
    counts(t('Loans'), made.loans),
    counts(t('Payments'), made.payments),
    [t('Borrowers made'), number(made.borrowers)] as const,
  ].filter((fact) => fact !== false);
  return (
    <Stack sx={{ gap: 2.5 }}>
      {made.dryRun && (
        <Alert severity="info" variant="outlined">
          {isRunning
            ? t('The try is running. Nothing of it will be kept; what it found stands here when it has ended.')
            : t('This was a try: nothing of it was kept. The figures say what would be.')}
        </Alert>
      )}
      <JobProgress key={made.jobId} jobId={made.jobId} done={t('The import has ended.')} />
      {!isRunning && (
        <Section title={t('Rows')}>
          <Facts facts={facts} />
        </Section>
      )}
      {made.totals.length > 0 && (
        <Section title={t('Control totals')} flush>
          <SheetTable
            label={t('Control totals')}
            items={made.totals}
            keyOf={(total) => `${total.figure} ${total.currency}`}
            columns={[
              { key: 'figure', title: t('Figure'), show: (total) => t(labelOf(total.figure)) },
              {
                key: 'file',
                title: t('In the file'),
                isFigure: true,
                show: (total) => <MoneyText amount={total.file} currency={total.currency} />,
              },
              {
                key: 'books',
                title: t('In the books'),
                isFigure: true,
                show: (total) => <MoneyText amount={total.books} currency={total.currency} />,
              },
              {
                key: 'difference',
                title: t('Difference'),
                isFigure: true,
                show: (total) => <MoneyText strong amount={total.difference} currency={total.currency} />,
              },
            ]}
          />
        </Section>
      )}
      {refused > 0 && (
        <Section
          title={t('Refused rows')}
          flush
          action={PARTS.filter(({ of }) => made[of].rejected > 0).map(({ part, of, label }) => (
            <Button
              key={part}
              size="small"
              onClick={() =>
                void saveFile(`/api/imports/${made.id}/rejected.csv?part=${part}`, `rejected-${of}.csv`).catch(
                  (error: unknown) => notify(words(error), 'error'),
                )
              }
            >
              {t(label)}
            </Button>
          ))}
        >
          <SheetTable
            label={t('Refused rows')}
            maxHeight={480}
            items={made.errors}
            keyOf={(_, index) => index}
            columns={[
              { key: 'part', title: t('File'), show: (error) => t(labelOf(error.part)) },
              { key: 'row', title: t('Row'), isFigure: true, show: (error) => error.row },
              { key: 'column', title: t('Column'), show: (error) => error.column ?? '–' },
              { key: 'found', title: t('Found'), show: (error) => error.found },
              { key: 'expected', title: t('Expected'), show: (error) => error.expected },
              { key: 'fix', title: t('What to do'), show: (error) => error.fix },
            ]}
          />
        </Section>
      )}
    </Stack>
  );
}
