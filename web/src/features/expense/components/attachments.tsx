import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { FileDrop } from '@/components/file-drop';
import { FilePreview } from '@/components/file-preview';
import { ProblemAlert } from '@/components/problem-alert';
import { attachAll } from '@/features/expense/api/attach-files';
import { api, type Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

type Props = {
  readonly expense: Schema<'Expense'>;
  /** Why a file was not taken when the expense was written down. */
  readonly problem?: unknown;
};

/** The bills and receipts of an expense; while it waits, whoever wrote it down adds and removes them. */
export function Attachments({ expense, problem }: Props) {
  const { t } = useTranslation();
  const mayRecord = useMay()('expense.record');
  const waits = expense.status === 'RECORDED';
  const isRefused = expense.status === 'REJECTED' || expense.status === 'WITHDRAWN';
  const mayAdd = mayRecord && !isRefused && (!waits || expense.own);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: (files: readonly File[]) => attachAll(expense.id, files),
    // Others of them may have been taken.
    onError: () => queries.invalidateQueries(),
  });
  const remove = useMutation({
    mutationFn: (attachmentId: string) =>
      api.DELETE('/api/expenses/{id}/attachments/{attachmentId}', {
        params: { path: { id: expense.id, attachmentId } },
      }),
  });
  if (expense.attachments.length === 0 && !mayAdd) return null;
  return (
    <Stack component="section" sx={{ gap: 1.5 }} aria-label={t('Bills and receipts')}>
      <Typography variant="h3">{t('Bills and receipts')}</Typography>
      {problem !== undefined && (
        <Alert severity="warning">{t('The expense is written down, but not all of its files were taken.')}</Alert>
      )}
      {expense.attachments.length > 0 && (
        <List disablePadding>
          {expense.attachments.map((each) => (
            <ListItem key={each.id} disableGutters sx={{ display: 'block' }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                {each.name}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
                {each.addedBy}, <MomentText value={each.addedAt} />
              </Typography>
              <FilePreview file={each} path={`/api/expenses/${expense.id}/attachments/${each.id}`} isOneOfMany>
                {waits && expense.own && mayRecord && (
                  <Button
                    size="small"
                    color="error"
                    onClick={() => remove.mutate(each.id)}
                    loading={remove.isPending && remove.variables === each.id}
                    aria-label={t('Remove {{name}}', { name: each.name })}
                  >
                    {t('Remove')}
                  </Button>
                )}
              </FilePreview>
            </ListItem>
          ))}
        </List>
      )}
      {mayAdd && (
        <FileDrop several busy={add.isPending} onFiles={(files) => add.mutate(files)}>
          {waits
            ? t('PDF, PNG or JPEG, up to 10 MB each. Once somebody decides, they stay.')
            : t('PDF, PNG or JPEG, up to 10 MB each. What is added now stays.')}
        </FileDrop>
      )}
      <ProblemAlert error={add.error ?? remove.error ?? (add.isSuccess ? undefined : problem)} />
    </Stack>
  );
}
