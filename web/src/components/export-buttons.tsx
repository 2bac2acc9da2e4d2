import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { saveFile, withQuery } from '@/lib/api/files';
import { useMay } from '@/lib/profile';

type Props = {
  readonly what:
    | 'borrowers'
    | 'loans'
    | 'payments'
    | 'overdue'
    | 'collection-sheet'
    | 'journal'
    | 'general-ledger'
    | 'income-statement'
    | 'balance-sheet'
    | 'control-accounts'
    | 'trial-balance'
    | 'cash-flow'
    | 'income-received'
    | 'day-book'
    | 'liquidity'
    | 'wallet-statement'
    | 'ageing'
    | 'expected'
    | 'provisions'
    | 'officers'
    | 'at-risk'
    | 'audit';
  readonly query: Record<string, string | readonly string[] | number | boolean | undefined>;
};

/** The whole list as a file, by the same filters as on the screen; a file has an order of its own. */
export function ExportButtons({ what, query }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const words = useProblemText();
  const filters = { ...query, sort: undefined };
  const save = useMutation({
    mutationFn: (kind: 'csv' | 'xlsx' | 'pdf') =>
      saveFile(withQuery(`/api/exports/${what}.${kind}`, filters), `${what}.${kind}`),
    onError: (error) => notify(words(error), 'error'),
    meta: { readsOnly: true },
  });
  if (!may('report.run')) return null;
  return (['csv', 'xlsx', 'pdf'] as const).map((kind) => (
    <Button
      key={kind}
      size="small"
      color="inherit"
      startIcon={<DownloadIcon />}
      loading={save.isPending && save.variables === kind}
      onClick={() => save.mutate(kind)}
      aria-label={t('Export as {{kind}}', { kind: kind.toUpperCase() })}
    >
      {kind.toUpperCase()}
    </Button>
  ));
}
