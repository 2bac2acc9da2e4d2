import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { AsOf } from '@/features/loan/components/as-of';
import { ProfileContext, type Profile } from '@/lib/profile';

const profile = {
  permissions: {},
  organization: { currency: 'KES', locale: 'en-KE', timeZone: 'Africa/Nairobi', businessDate: '2026-03-11' },
} as unknown as Profile;

function show(days: { asOf?: string; knownOn?: string; from?: string }) {
  const onChoose = vi.fn();
  render(
    <ProfileContext value={profile}>
      <AsOf from={days.from ?? '2026-01-01'} asOf={days.asOf ?? ''} knownOn={days.knownOn ?? ''} onChoose={onChoose} />
    </ProfileContext>,
  );
  return onChoose;
}

test('what was known on a day is asked for only by whoever opens that field', () => {
  const onChoose = show({});

  expect(screen.queryByLabelText('As known on')).not.toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'As known on…' }));
  fireEvent.change(screen.getByLabelText('As known on'), { target: { value: '2026-02-03' } });

  expect(onChoose).toHaveBeenCalledWith({ knownOn: '2026-02-03' });
});

test('a loan seen as it was known before its payout has the way back to today', () => {
  const onChoose = show({ from: '2026-03-11', knownOn: '2026-01-02' });

  expect(screen.getByLabelText('As known on')).toHaveValue('2026-01-02');
  fireEvent.click(screen.getByRole('button', { name: 'Back to today' }));

  expect(onChoose).toHaveBeenCalledWith({ asOf: '', knownOn: '' });
});

test('a loan of today has no earlier day to be seen on', () => {
  show({ from: '2026-03-11' });

  expect(screen.queryByRole('button', { name: 'Back to today' })).not.toBeInTheDocument();
});
