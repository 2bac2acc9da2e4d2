import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { PageButtons } from '@/components/page-buttons';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { usePages } from '@/components/use-pages';
import { Sessions } from '@/features/identity/components/sessions';
import { $api, api, read, type Schema } from '@/lib/api/client';

type Props = { readonly user: Schema<'User'>; readonly onClose: () => void };

/** Where a colleague is signed in; signed out everywhere, he may come in again with his password. */
export function UserSessionsDialog({ user: { id, name }, onClose }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const notify = useNotice();
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['sessions', id, pages.cursor],
    queryFn: () =>
      read(
        api.GET('/api/users/{id}/sessions', { params: { path: { id }, query: { cursor: pages.cursor, limit: 10 } } }),
      ),
  });
  const factor = useQuery($api.queryOptions('get', '/api/users/{id}/second-factor', { params: { path: { id } } }));
  const end = useMutation({
    mutationFn: () => api.DELETE('/api/users/{id}/sessions', { params: { path: { id } } }),
    onSuccess: () => {
      notify(t('{{name}} is signed out everywhere.', { name }));
      onClose();
    },
  });
  const removeFactor = useMutation({
    mutationFn: () => api.DELETE('/api/users/{id}/second-factor', { params: { path: { id } } }),
    onSuccess: () => {
      notify(t('{{name}} signs in with the password alone now, and was told so.', { name }));
      onClose();
    },
  });
  const label = t('Where {{name}} is signed in', { name });
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>{label}</DialogTitle>
      <DialogContent>
        <QueryView query={query} lines={3}>
          {({ items, next }) =>
            items.length === 0 && pages.number === 1 ? (
              t('Nowhere.')
            ) : (
              <>
                <Sessions label={label} items={items} />
                <PageButtons pages={pages} next={next} count={items.length} />
              </>
            )
          }
        </QueryView>
        <ProblemAlert error={end.error ?? removeFactor.error} />
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {factor.data?.askedFor && (
          <Button
            color="error"
            loading={removeFactor.isPending}
            onClick={() => removeFactor.mutate()}
            title={t('For somebody who has lost the app and the recovery codes.')}
          >
            {t('Remove the second factor')}
          </Button>
        )}
        <Button onClick={onClose} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        <Button variant="contained" color="error" loading={end.isPending} onClick={() => end.mutate()}>
          {t('Sign out everywhere')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
