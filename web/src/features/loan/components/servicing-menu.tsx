import Button from '@mui/material/Button';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDo, reasonAgainst, type LoanAction } from '@/features/loan/actions';
import type { Loan } from '@/features/loan/api/get-loan';
import { ChargeDialog } from '@/features/loan/components/charge-dialog';
import { TopUpDialog } from '@/features/loan/components/top-up-dialog';
import { WaiveDialog } from '@/features/loan/components/waive-dialog';
import { WaiveInterestDialog } from '@/features/loan/components/waive-interest-dialog';
import { WriteOffDialog } from '@/features/loan/components/write-off-dialog';

/** What is done with a running loan beside payments. */
export const SERVICING = ['ADD_CHARGE', 'WAIVE_CHARGE', 'WAIVE_INTEREST', 'ASK_TOP_UP', 'ASK_WRITE_OFF'] as const;

type Action = (typeof SERVICING)[number] & LoanAction;

const LABELS: Readonly<Record<Action, string>> = {
  ADD_CHARGE: 'Add a charge',
  WAIVE_CHARGE: 'Waive a charge',
  WAIVE_INTEREST: 'Waive interest',
  ASK_TOP_UP: 'Pay more out',
  ASK_WRITE_OFF: 'Write off',
};

/** Whether whoever looks may do any of it. */
export function isServiced(loan: Loan): boolean {
  return SERVICING.some((action) => mayDo(loan, action));
}

/** What is done with a running loan beside payments; what somebody else has to do says why. */
export function ServicingMenu({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const menu = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [action, setAction] = useState<Action>();
  if (!isServiced(loan)) return null;
  const offered = SERVICING.filter((each) => mayDo(loan, each) || reasonAgainst(loan, each) !== undefined);
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
        <Menu
          id={menu}
          open
          anchorEl={anchor}
          onClose={() => setAnchor(undefined)}
          slotProps={{ list: { disabledItemsFocusable: true }, paper: { sx: { maxWidth: 360 } } }}
        >
          {offered.map((each) => {
            const reason = reasonAgainst(loan, each);
            return (
              <MenuItem key={each} disabled={reason !== undefined} onClick={() => choose(each)}>
                <ListItemText
                  primary={t(LABELS[each])}
                  secondary={reason}
                  slotProps={{ secondary: { sx: { whiteSpace: 'normal' } } }}
                />
              </MenuItem>
            );
          })}
        </Menu>
      )}
      {action === 'ADD_CHARGE' && <ChargeDialog loan={loan} onClose={close} />}
      {action === 'WAIVE_CHARGE' && <WaiveDialog loan={loan} onClose={close} />}
      {action === 'WAIVE_INTEREST' && <WaiveInterestDialog loan={loan} onClose={close} />}
      {action === 'ASK_TOP_UP' && <TopUpDialog loan={loan} onClose={close} />}
      {action === 'ASK_WRITE_OFF' && <WriteOffDialog loan={loan} onClose={close} />}
    </>
  );
}
