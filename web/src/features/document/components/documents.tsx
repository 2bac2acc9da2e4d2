import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FileButton } from '@/components/file-button';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { useProblemText } from '@/components/problem-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { formatMoment } from '@/lib/dates';
import { $api } from '@/lib/api/client';
import { saveFile, sendForm } from '@/lib/api/files';
import { useMay, useRegion } from '@/lib/profile';

/** Papers of a borrower: identity cards, contracts, statements. */
export function Documents({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const region = useRegion();
  const notify = useNotice();
  const words = useProblemText();
  const query = useQuery(
    $api.queryOptions('get', '/api/borrowers/{id}/documents', { params: { path: { id: borrowerId } } }),
  );
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return sendForm<unknown>(`/api/borrowers/${borrowerId}/documents`, form);
    },
  });
  const open = (id: string, name: string) =>
    saveFile(`/api/documents/${id}`, name).catch((error: unknown) => notify(words(error), 'error'));

  return (
    <Section
      title={t('Documents')}
      action={
        may('document.upload') && (
          <FileButton
            size="small"
            accept="application/pdf,image/png,image/jpeg"
            busy={upload.isPending}
            onFile={(file) => upload.mutate(file)}
          >
            {t('Add a document')}
          </FileButton>
        )
      }
    >
      <ProblemAlert error={upload.error} />
      <QueryView query={query} lines={2}>
        {(documents) =>
          (documents.items ?? []).length === 0 ? (
            <EmptyState slim title={t('No document yet')}>
              {t('PDF, PNG or JPEG, up to 10 MB.')}
            </EmptyState>
          ) : (
            <List disablePadding>
              {documents.items.map((each) => (
                <ListItem
                  key={each.id}
                  disableGutters
                  secondaryAction={
                    <Button
                      size="small"
                      onClick={() => void open(each.id, each.name)}
                      aria-label={t('Download {{name}}', { name: each.name })}
                    >
                      {t('Download')}
                    </Button>
                  }
                >
                  <ListItemText
                    primary={each.name}
                    secondary={
                      each.uploadedAt ? formatMoment(each.uploadedAt, region.locale, region.timeZone) : undefined
                    }
                  />
                </ListItem>
              ))}
            </List>
          )
        }
      </QueryView>
    </Section>
  );
}
