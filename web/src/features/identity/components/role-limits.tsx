import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { FormAmount } from '@/components/form/form-amount';
import { MoneyText } from '@/components/money-text';
import { Section } from '@/components/section';
import type { Role } from '@/components/use-roles';
import { permissionLabel } from '@/features/identity/permission-labels';
import { otherLimits, type RoleValues } from '@/features/identity/role-form';

const GRID = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' };

/** Up to which amounts a role decides; without one about any. */
export function LimitFields({ role, currency }: { readonly role: Role; readonly currency: string }) {
  const { t } = useTranslation();
  const others = otherLimits(role, currency);
  return (
    <Section title={t('Limits')}>
      <Typography sx={{ mb: 2 }}>
        {t('Without a limit a role decides about any amount; with one only up to it, and in its currency.')}
      </Typography>
      <Box sx={GRID}>
        <FormAmount<RoleValues>
          name="limits.approve"
          label={t('Approves loans up to')}
          help={t('With what is paid out later, too.')}
          currency={currency}
        />
        <FormAmount<RoleValues> name="limits.writeOff" label={t('Confirms write-offs up to')} currency={currency} />
        <FormAmount<RoleValues>
          name="limits.waive"
          label={t('Waives charges up to')}
          help={t('By one person on one loan, with charges taken back.')}
          currency={currency}
        />
        <FormAmount<RoleValues>
          name="limits.interest"
          label={t('Waives interest up to')}
          help={t('By one person on one loan, with what other terms take off.')}
          currency={currency}
        />
      </Box>
      {others.length > 0 && (
        <Box component="ul" aria-label={t('Other limits')} sx={{ mb: 0 }}>
          {others.map((limit) => (
            <li key={`${limit.permission} ${limit.currency}`}>
              {t(permissionLabel(limit.permission))}: <MoneyText amount={limit.amount} currency={limit.currency} />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}
