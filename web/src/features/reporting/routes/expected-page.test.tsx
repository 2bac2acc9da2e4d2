import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { ExpectedPage } from '@/features/reporting/routes/expected-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const sums = {
  due: '600.00',
  paid: '450.00',
  unpaid: '150.00',
  paidPercent: '75.00',
  collected: '1150.00',
  late: '700.00',
  onTime: '150.00',
  advance: '250.00',
  beyond: '50.00',
  unknown: '0.00',
  efficiency: '183.33',
};

function show(rows: readonly unknown[]) {
  signedIn('token');
  const report = { from: '2026-03-01', to: '2026-03-11', on: '2026-03-11', currency: 'KES', by: 'OFFICER' };
  vi.spyOn(globalThis, 'fetch').mockImplementation((request) => {
    const address = request instanceof Request ? request.url : request.toString();
    return Promise.resolve(
      Response.json(
        address.includes('/api/reports/expected') ? { ...report, rows, total: sums } : { items: [], next: null },
      ),
    );
  });
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'report.run': 'ORGANIZATION' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <ExpectedPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

test('each officer has a row, and loans without one are together', async () => {
  show([
    { key: 'o', name: 'Amina', sums },
    { key: null, name: null, sums },
  ]);

  expect(await screen.findByText('Amina')).toBeTruthy();
  expect(screen.getByText('Without an officer')).toBeTruthy();
  expect(screen.getAllByText('183.33')).toHaveLength(3);
  expect(screen.queryByText('Not known')).toBeNull();
});

test('days without anything say so', async () => {
  show([]);

  expect(await screen.findByText('Nothing fell due and nothing was collected in these days.')).toBeTruthy();
});
