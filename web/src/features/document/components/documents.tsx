import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { AddDocumentDialog } from '@/features/document/components/add-document-dialog';
import { DocumentChip } from '@/features/document/components/document-chip';
import { DocumentDialog } from '@/features/document/components/document-dialog';
import { KIND_LABELS } from '@/features/document/kinds';
import { $api, type Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

type Paper = Schema<'Document'>;

/** What is under way: a new paper, one in place of another, or looking at one. */
type Work =
  | { readonly kind: 'add'; readonly file?: File; readonly replaces?: Paper }
  | { readonly kind: 'look'; readonly id: string };

/** Papers of a borrower: identity cards, contracts, statements. */
export function Documents({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const mayAdd = useMay()('document.upload');
  const [work, setWork] = useState<Work>();
  const query = useQuery(
    $api.queryOptions('get', '/api/borrowers/{id}/documents', { params: { path: { id: borrowerId } } }),
  );
  const papers = query.data?.items ?? [];
  const looked = work?.kind === 'look' ? papers.find(({ id }) => id === work.id) : undefined;
  const close = () => setWork(undefined);

  return (
    <Box
      onDragOver={(event) => {
        if (mayAdd) event.preventDefault();
      }}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!mayAdd || file === undefined || work !== undefined) return;
        event.preventDefault();
        setWork({ kind: 'add', file });
      }}
    >
      <Section
        title={t('Documents')}
        action={
          mayAdd && (
            <Button size="small" onClick={() => setWork({ kind: 'add' })}>
              {t('Add a document')}
            </Button>
          )
        }
      >
        <QueryView query={query} lines={2}>
          {(found) =>
            found.items.length === 0 ? (
              <EmptyState slim title={t('No document yet')}>
                {t('PDF, PNG or JPEG, up to 10 MB.')}
              </EmptyState>
            ) : (
              <List disablePadding>
                {found.items.map((paper) => (
                  <Line key={paper.id} paper={paper} onOpen={() => setWork({ kind: 'look', id: paper.id })} />
                ))}
              </List>
            )
          }
        </QueryView>
      </Section>
      {work?.kind === 'add' && (
        <AddDocumentDialog
          borrowerId={borrowerId}
          known={papers}
          file={work.file}
          replaces={work.replaces}
          onClose={close}
        />
      )}
      {looked && (
        <DocumentDialog
          document={looked}
          onReplace={() => setWork({ kind: 'add', replaces: looked })}
          onClose={close}
        />
      )}
    </Box>
  );
}

function Line({ paper, onOpen }: { readonly paper: Paper; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <ListItem disablePadding>
      <ListItemButton onClick={onOpen} sx={{ px: 0, gap: 1.5 }}>
        <ListItemText
          primary={t(KIND_LABELS[paper.kind])}
          secondary={
            <>
              {paper.name}
              {paper.expiresOn && (
                <>
                  {', '}
                  {t('holds until')} <DateText value={paper.expiresOn} />
                </>
              )}
            </>
          }
          slotProps={{ secondary: { sx: { overflowWrap: 'anywhere' } } }}
        />
        <DocumentChip document={paper} />
      </ListItemButton>
    </ListItem>
  );
}
