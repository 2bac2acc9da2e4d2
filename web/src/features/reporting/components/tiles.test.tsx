import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
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
