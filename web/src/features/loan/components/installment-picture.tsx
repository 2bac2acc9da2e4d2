import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Installment } from '@/features/loan/api/get-loan';

/** With more of them, one could not tell them apart on a phone. */
const MOST_PIECES = 60;

const COLORS: Partial<Record<Installment['status'], string>> = {
  PAID: 'success.main',
  PAID_LATE: 'success.main',
  WAIVED: 'success.main',
  PARTIAL: 'warning.main',
  DUE: 'warning.main',
  OVERDUE: 'error.main',
};

const DONE: ReadonlySet<Installment['status']> = new Set(['PAID', 'PAID_LATE', 'WAIVED']);

/** How many installments are paid, and whether any is late; a piece of the bar for each. */
export function InstallmentPicture({ rows }: { readonly rows: readonly Installment[] }) {
  const { t } = useTranslation();
  const asked = rows.filter(({ status }) => status !== 'RESCHEDULED');
  const paid = asked.filter(({ status }) => DONE.has(status)).length;
  const late = asked.filter(({ status }) => status === 'OVERDUE').length;
  const said = t('{{paid}} of {{all}} installments are paid', { paid, all: asked.length });
  return (
    <div>
      <Box
        role="img"
        aria-label={said}
        sx={{ display: 'flex', gap: asked.length > MOST_PIECES ? 0 : '3px', height: 14 }}
      >
        {asked.map(({ number, status }) => (
          <Box
            key={number}
            sx={{ flex: 1, minWidth: 0, borderRadius: '3px', backgroundColor: COLORS[status] ?? 'divider' }}
          />
        ))}
      </Box>
      <Box sx={{ mt: 0.75, color: 'text.secondary', fontSize: '0.875rem' }}>
        {said}
        {late > 0 && (
          <Box component="span" sx={{ color: 'error.main', fontWeight: 600 }}>
            {', '}
            {t('{{late}} late', { late })}
          </Box>
        )}
      </Box>
    </div>
  );
}
