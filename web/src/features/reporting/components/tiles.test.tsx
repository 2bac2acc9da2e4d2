import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { tileWords } from '@/features/reporting/components/tile-words';
import { Tiles } from '@/features/reporting/components/tiles';

test('a figure stands beside what it was, as far as that is known, and says how it is computed', () => {
  render(
    <MemoryRouter>
      <Tiles
        asOf="2026-03-02"
        currency="EUR"
        tiles={[
          { of: 'COLLECTED', unit: 'MONEY', value: '1250.00', yesterday: '20.00', lastWeek: '0.00' },
          { of: 'WAITING', unit: 'COUNT', value: '3', yesterday: null, lastWeek: null },
        ]}
      />
    </MemoryRouter>,
  );

  expect(screen.getByText('Collected today')).toBeInTheDocument();
  expect(screen.getByText(/1,250\.00/)).toBeInTheDocument();
  expect(screen.getByText(/Yesterday .*20\.00, a week ago .*0\.00/)).toBeInTheDocument();
  expect(screen.getByText('3')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'How Applications waiting is computed' })).toBeInTheDocument();
});

test('a figure leads to the list of what it counts, in its currency and of whose loans it is', () => {
  const words = tileWords(i18next.t, {
    asOf: '2026-03-02',
    from: '2026-02-01',
    currency: 'USD',
    officer: 'an-officer',
  });

  // What DashboardLinksFlowTest asks the API for, as the screens have it in their addresses.
  expect({
    waiting: words.WAITING.to,
    disbursed: words.DISBURSED.to,
    due: words.DUE.to,
    expected: words.EXPECTED.to,
    month: words.COLLECTED_OF_MONTH.to,
    overdue: words.OVERDUE.to,
    reversals: words.REVERSALS.to,
    backdated: words.BACKDATED.to,
    givenUp: words.GIVEN_UP.to,
    queue: words.QUEUE_ACTION_DUE.to,
  }).toEqual({
    waiting: '/applications?status=pending&officer=an-officer',
    disbursed: '/loans?disbursedFrom=2026-03-02&disbursedTo=2026-03-02',
    due: '/payments/due?from=2026-03-02&to=2026-03-02&currency=USD&officer=an-officer',
    expected: '/payments/due?from=2026-03-03&to=2026-04-01&currency=USD&officer=an-officer',
    month: '/payments?from=2026-03-01&to=2026-03-02&status=POSTED&officer=an-officer',
    overdue: '/payments/overdue?officer=an-officer',
    reversals: '/payments?reversedFrom=2026-02-01&reversedTo=2026-03-02',
    backdated: '/payments?datedBackFrom=2026-02-01&datedBackTo=2026-03-02',
    givenUp: '/audit?action=charge.waive,interest.waive,loan.write_off&result=DONE&from=2026-02-01',
    queue: '/payments/queue?section=ACTION_DUE',
  });
});

test('what a figure should come to stands beside it', () => {
  render(
    <MemoryRouter>
      <Tiles
        asOf="2026-03-02"
        currency="EUR"
        tiles={[{ of: 'COLLECTED_OF_MONTH', unit: 'MONEY', value: '40.00', target: '100.00' }]}
      />
    </MemoryRouter>,
  );

  expect(screen.getByText(/of .*100\.00 due/)).toBeInTheDocument();
});
