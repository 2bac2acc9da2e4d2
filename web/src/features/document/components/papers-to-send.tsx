import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/problem-alert';
import { AddDocumentDialog } from '@/features/document/components/add-document-dialog';
import { KIND_LABELS } from '@/features/document/kinds';
import { papersToSend } from '@/features/document/papers-to-send';
import { $api, type Schema } from '@/lib/api/client';

/** Papers that the lender asks for: what it sent back, and what holds no more. */
export function PapersToSend({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const [replaced, setReplaced] = useState<Schema<'Document'>>();
  const query = useQuery(
    $api.queryOptions('get', '/api/borrowers/{id}/documents', { params: { path: { id: borrowerId } } }),
  );
  const papers = query.data?.items ?? [];
  return (
    <>
      {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {papersToSend(papers).map((paper) => (
        <Alert
          key={paper.id}
          severity="warning"
          sx={{ alignItems: 'center', flexWrap: 'wrap' }}
          action={
            <Button color="inherit" size="small" onClick={() => setReplaced(paper)}>
              {t('Send a new one')}
            </Button>
          }
        >
          <strong>{t(KIND_LABELS[paper.kind])}</strong>{' '}
          {paper.status === 'REFUSED' ? paper.refusal : t('It holds no more.')}
        </Alert>
      ))}
      {replaced && (
        <AddDocumentDialog
          borrowerId={borrowerId}
          known={papers}
          replaces={replaced}
          onClose={() => setReplaced(undefined)}
        />
      )}
    </>
  );
}
