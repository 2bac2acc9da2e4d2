import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '@/components/section';
import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import { useMay } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';

/** What an empty installation wants first. */
export function FirstSteps({ borrowers }: { readonly borrowers: number }) {
  const { t } = useTranslation();
  const may = useMay();
  const mayOpen = useMayOpen();
  const steps: readonly { label: string; to: string; needs?: Permission }[] = [
    { label: t('Make a product'), to: paths.newProduct },
    { label: t('Invite colleagues'), to: `${paths.invitations}?new=1` },
    {
      label: borrowers === 0 ? t('Add the first borrower') : t('Add a borrower'),
      to: `${paths.borrowers}?new=1`,
      needs: 'borrower.create',
    },
    { label: t('Take an application'), to: paths.newApplication() },
    { label: t('Import an existing book'), to: paths.imports },
  ];
  const open = steps.filter(({ to, needs }) => mayOpen(to) && (needs === undefined || may(needs)));
  if (open.length === 0) return null;
  return (
    <Section title={t('Start here')}>
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap' }}>
        {open.map((step, index) => (
          <Button key={step.label} component={Link} to={step.to} variant={index === 0 ? 'contained' : 'outlined'}>
            {step.label}
          </Button>
        ))}
      </Stack>
    </Section>
  );
}
