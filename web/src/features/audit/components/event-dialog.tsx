import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslation } from 'react-i18next';
import { labelOf } from '@/components/labels';
import { aboutOne, type About } from '@/features/audit/filter';
import type { Schema } from '@/lib/api/client';

export type AuditEvent = Schema<'AuditEvent'>;

type Props = {
  readonly event: AuditEvent;
  readonly onClose: () => void;
  /** Shows what else there is of somebody or something; left out where a list is about one kind of events. */
  readonly onNarrow?: (by: { readonly actor: string } | About) => void;
};

/** What an event changed, field by field. */
export function EventDialog({ event, onClose, onNarrow }: Props) {
  const { t } = useTranslation();
  const about = aboutOne(event.subject);
  const sides: readonly (readonly [string, unknown])[] = [
    [t('Before'), event.before],
    [t('After'), event.after],
  ];
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="audit-event">
      <DialogTitle id="audit-event">{`${t(labelOf(event.action ?? ''))} · ${event.subject?.label ?? ''}`}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {sides.map(([side, facts]) => (
            <div key={side}>
              <Box sx={{ color: 'text.secondary', mb: 0.5 }}>{side}</Box>
              <Box
                component="pre"
                tabIndex={0}
                sx={{
                  m: 0,
                  p: 1.5,
                  borderRadius: 2,
                  bgcolor: 'action.hover',
                  fontSize: '0.8125rem',
                  overflow: 'auto',
                  maxHeight: 420,
                  whiteSpace: 'pre-wrap',
                }}
              >
                {facts === undefined || facts === null ? '–' : JSON.stringify(facts, null, 2)}
              </Box>
            </div>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {onNarrow && event.actor?.id && (
          <Button onClick={() => onNarrow({ actor: event.actor?.id ?? '' })}>
            {t('All by {{name}}', { name: event.actor.name })}
          </Button>
        )}
        {onNarrow && about && (
          <Button onClick={() => onNarrow(about)}>{t('All about {{name}}', { name: event.subject.label })}</Button>
        )}
        <Button onClick={onClose} autoFocus>
          {t('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
