import Button from '@mui/material/Button';
import { useState } from 'react';
import { ProblemAlert } from '@/components/problem-alert';

type Props = {
  readonly label: string;
  /** Shows the passkey; it is over when the promise is kept. */
  readonly show: () => Promise<unknown>;
};

/** Asks for a passkey beside a form that asks for a code. */
export function PasskeyButton({ label, show }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const begin = () => {
    setBusy(true);
    setProblem(undefined);
    show()
      .catch(setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <div>
      <ProblemAlert error={problem} />
      <Button variant="outlined" fullWidth loading={busy} onClick={begin}>
        {label}
      </Button>
    </div>
  );
}
