import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/problem-alert';
import type { Role } from '@/components/use-roles';
import { api } from '@/lib/api/client';

type Props = { readonly role: Role; readonly onClose: () => void; readonly onDeleted: () => void };

/** Asks once more before a role that nobody has is gone. */
export function DeleteRoleDialog({ role, onClose, onDeleted }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/roles/{code}', { params: { path: { code: role.code } } }),
    onSuccess: onDeleted,
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading}>
      <DialogTitle id={heading}>{t('Delete {{name}}', { name: role.name })}</DialogTitle>
      <DialogContent>
        {t('Nobody has this role. It cannot be brought back, only made again.')}
        <ProblemAlert error={remove.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} color="inherit" autoFocus>
          {t('Cancel')}
        </Button>
        <Button variant="contained" color="error" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('Delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
