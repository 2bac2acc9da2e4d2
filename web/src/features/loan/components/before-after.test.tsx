import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { SimulatedLoan, Simulation } from '@/features/loan/api/simulate-loan';
import { BeforeAfter } from '@/features/loan/components/before-after';
import { ProfileContext, type Profile } from '@/lib/profile';

const profile = { permissions: {}, organization: { currency: 'KES', locale: 'en-KE' } } as unknown as Profile;

const loan = (total: string) =>
  ({
    scheduled: { total, interest: '1.00' },
    outstanding: { total },
    nextDue: { on: '2026-04-11', amount: '5.00' },
    lastDueOn: '2026-06-11',
    schedule: { rows: [] },
  }) as unknown as SimulatedLoan;

test('on a phone each line is a title with its figures below, so that none is cut off', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  render(
    <ProfileContext value={profile}>
      <BeforeAfter simulation={{ before: loan('12.00'), after: loan('15.00') } as Simulation} currency="KES" />
    </ProfileContext>,
  );
  vi.unstubAllGlobals();

  expect(
    screen
      .getAllByRole('columnheader')
      .slice(0, 3)
      .map(({ textContent }) => textContent),
  ).toEqual(['Now', 'Then', 'Difference']);
  expect(screen.getByText('Pays it off at once').closest('tr')?.nextElementSibling).toHaveTextContent('12.0015.003.00');
});
