import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

/** A yes to something unusual, asked for before a form is sent; what is asked anew has no answer yet. */
export type Confirmation = {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly isGiven: boolean;
  readonly isMissed: boolean;
  readonly give: (given: boolean) => void;
  /** Whether the yes to a matter is given; where it is not, it is asked for. */
  readonly holds: (matter: string) => boolean;
};

/** @param matter what would be said yes to, like an amount; another matter is another question. */
export function useConfirmation(matter: string | undefined): Confirmation {
  const box = useRef<HTMLInputElement>(null);
  const [given, setGiven] = useState<string>();
  const [missed, setMissed] = useState<string>();
  return {
    box,
    isGiven: matter !== undefined && given === matter,
    isMissed: matter !== undefined && missed === matter && given !== matter,
    give: (isYes) => setGiven(isYes ? matter : undefined),
    holds: (asked) => {
      if (asked === given) return true;
      setMissed(asked);
      box.current?.focus();
      return false;
    },
  };
}

type Props = {
  readonly confirmation: Confirmation;
  readonly label: string;
  /** What is unusual. */
  readonly children: ReactNode;
};

/** Says what is unusual, with the box that has to be ticked. */
export function ConfirmBox({ confirmation, label, children }: Props) {
  const { t } = useTranslation();
  const help = useId();
  const { box, isGiven, isMissed, give } = confirmation;
  useEffect(() => {
    if (isMissed) box.current?.focus();
  }, [isMissed, box]);
  return (
    <Alert severity="warning" variant="outlined" sx={{ '& .MuiAlert-message': { overflow: 'visible' } }}>
      <div>{children}</div>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            size="small"
            checked={isGiven}
            onChange={(_, checked) => give(checked)}
            slotProps={{
              input: { ref: box, 'aria-invalid': isMissed, ...(isMissed && { 'aria-describedby': help }) },
            }}
          />
        }
      />
      {isMissed && (
        <FormHelperText id={help} error role="alert">
          {t('Tick this first, or change what is above.')}
        </FormHelperText>
      )}
    </Alert>
  );
}
