import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BackedUp } from '@/features/reporting/components/backed-up';

const NOW = '2026-03-10T12:00:00Z';

test('a backup of the last days says how old it is', () => {
  render(<BackedUp backup={{ stateAt: '2026-03-08T11:00:00Z', overdue: false }} at={NOW} />);

  expect(screen.getByText(/Days ago: 2\./)).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('an old one is warned of, and none at all', () => {
  const { rerender } = render(<BackedUp backup={{ stateAt: '2026-03-01T11:00:00Z', overdue: true }} at={NOW} />);
  expect(screen.getByRole('alert')).toHaveTextContent('Days ago: 9.');

  rerender(<BackedUp backup={{ stateAt: null, overdue: true }} at={NOW} />);
  expect(screen.getByRole('alert')).toHaveTextContent(/There is no backup.* --data DIR/);
});
