import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { MoneyText, moneyText } from '@/components/money-text';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { stepRole } from '@/features/loan/steps';
import type { Loan } from '@/features/loan/api/get-loan';
import { useRegion } from '@/lib/profile';

/** Who decided which step, and who is next. */
export function ApprovalTrail({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const steps = loan.approvals ?? [];
  if (steps.length === 0) return null;
  return (
    <Section title={t('Approval')}>
      <Stack component="ol" sx={{ gap: 1.5, m: 0, pl: 2.5 }}>
        {steps.map((step) => (
          <li key={step.step}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <strong>{t(stepRole(step.role))}</strong>
              <StatusChip status={step.decision ?? 'PENDING'} />
              {step.principal && <MoneyText strong amount={step.principal} currency={loan.currency} />}
              {step.limit && step.decision === 'PENDING' && (
                <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
                  {t('at most {{amount}}', { amount: moneyText(step.limit, loan.currency, locale) })}
                </Box>
              )}
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
