import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { fetchFile, saveFile } from '@/lib/api/files';
import { useMay } from '@/lib/profile';

const SHOWN_BY_THEN_MS = 60_000;

/** Opens the receipt for printing, or saves it as a PDF; both are fetched with the caller's token. */
export function ReceiptButtons({ paymentId, number }: { readonly paymentId: string; readonly number: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const words = useProblemText();
  const path = `/api/payments/${paymentId}/receipt`;
  const get = useMutation({
    meta: { readsOnly: true },
    mutationFn: async (kind: 'print' | 'pdf') => {
      if (kind === 'pdf') return saveFile(path, `${number}.pdf`, 'application/pdf');
      // The tab is opened by the click itself, or the browser would block it; the receipt follows.
      const tab = globalThis.open('about:blank', '_blank');
      if (tab === null) {
        notify(t('The browser has blocked the new tab. Allow it for this page, or take the PDF.'), 'error');
        return;
      }
      try {
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
  if (!may('receipt.print')) return null;
  return (
    <>
      <Button onClick={() => get.mutate('print')} loading={get.isPending && get.variables === 'print'}>
        {t('Print receipt')}
      </Button>
      <Button onClick={() => get.mutate('pdf')} loading={get.isPending && get.variables === 'pdf'}>
        {t('Receipt as PDF')}
      </Button>
    </>
  );
}
