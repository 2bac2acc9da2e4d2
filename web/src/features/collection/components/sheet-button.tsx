import PrintIcon from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { fetchFile, withQuery } from '@/lib/api/files';

const SHOWN_BY_THEN_MS = 60_000;

/** Opens the collection sheet for printing, or saves it as a file. */
export function SheetButton({ assigneeId }: { readonly assigneeId: string | undefined }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const words = useProblemText();
  const print = useMutation({
    meta: { readsOnly: true },
    mutationFn: async () => {
      // The tab is opened by the click itself, or the browser would block it; the sheet follows.
      const tab = globalThis.open('about:blank', '_blank');
      if (tab === null) {
        notify(t('The browser has blocked the new tab. Allow it for this page, or take the file.'), 'error');
        return;
      }
      try {
        const path = withQuery('/api/collection/sheet', { assigneeId });
        const address = URL.createObjectURL(await fetchFile(path, 'text/html'));
        tab.location.href = address;
        setTimeout(() => URL.revokeObjectURL(address), SHOWN_BY_THEN_MS);
      } catch (error) {
        tab.close();
        throw error;
      }
    },
    onError: (error) => notify(words(error), 'error'),
  });
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<PrintIcon />}
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        {t('Collection sheet')}
      </Button>
      <ExportButtons what="collection-sheet" query={{ assigneeId }} />
    </>
  );
}
