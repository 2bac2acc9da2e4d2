import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { labelOf } from '@/components/labels';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import type { Loan } from '@/features/loan/api/get-loan';

/** Who decided which step, and who is next. */
export function ApprovalTrail({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const steps = loan.approvals ?? [];
  if (steps.length === 0) return null;
  return (
    <Section title={t('Approval')}>
      <Stack component="ol" sx={{ gap: 1.5, m: 0, pl: 2.5 }}>
        {steps.map((step) => (
          <li key={step.step}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <strong>{step.role ? t(labelOf(step.role)) : t('Whoever may approve')}</strong>
              <StatusChip status={step.decision ?? 'PENDING'} />
            </Box>
            {step.decidedAt && (
              <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                {step.decidedByName} · <MomentText value={step.decidedAt} />
              </Box>
            )}
            {step.note && <Box sx={{ fontSize: '0.875rem' }}>{step.note}</Box>}
          </li>
        ))}
      </Stack>
    </Section>
  );
}
