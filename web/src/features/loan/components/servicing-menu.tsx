import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loan } from '@/features/loan/api/get-loan';
import { ChargeDialog } from '@/features/loan/components/charge-dialog';
import { TopUpDialog } from '@/features/loan/components/top-up-dialog';
import { WaiveDialog } from '@/features/loan/components/waive-dialog';
import { WaiveInterestDialog } from '@/features/loan/components/waive-interest-dialog';
import { WriteOffDialog } from '@/features/loan/components/write-off-dialog';
import { useMay } from '@/lib/profile';

type Action = 'charge' | 'waive' | 'waive-interest' | 'top-up' | 'write-off';

/** What is done with a running loan beside payments; whoever applied for it waives nothing and pays no more out. */
export function ServicingMenu({ loan, isMaker }: { readonly loan: Loan; readonly isMaker: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const menu = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [action, setAction] = useState<Action>();
  const offered: readonly { action: Action; label: string }[] = [
    ...(may('charge.add') ? [{ action: 'charge' as const, label: t('Add a charge') }] : []),
    ...(may('charge.waive') && !isMaker ? [{ action: 'waive' as const, label: t('Waive a charge') }] : []),
    ...(may('interest.waive') && !isMaker ? [{ action: 'waive-interest' as const, label: t('Waive interest') }] : []),
    ...(may('loan.top_up') && !isMaker ? [{ action: 'top-up' as const, label: t('Pay more out') }] : []),
    ...(may('loan.write_off') ? [{ action: 'write-off' as const, label: t('Write off') }] : []),
  ];
  if (offered.length === 0) return null;
  const choose = (next: Action) => {
    setAnchor(undefined);
    setAction(next);
  };
  const close = () => setAction(undefined);
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-controls={anchor === undefined ? undefined : menu}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('More')}
      </Button>
      {anchor && (
        <Menu id={menu} open anchorEl={anchor} onClose={() => setAnchor(undefined)}>
          {offered.map(({ action: value, label }) => (
            <MenuItem key={value} onClick={() => choose(value)}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
      {action === 'charge' && <ChargeDialog loan={loan} onClose={close} />}
      {action === 'waive' && <WaiveDialog loan={loan} onClose={close} />}
      {action === 'waive-interest' && <WaiveInterestDialog loan={loan} onClose={close} />}
      {action === 'top-up' && <TopUpDialog loan={loan} onClose={close} />}
      {action === 'write-off' && <WriteOffDialog loan={loan} onClose={close} />}
    </>
  );
}
