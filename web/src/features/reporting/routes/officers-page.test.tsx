import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { OfficersPage } from '@/features/reporting/routes/officers-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const figures = {
  borrowers: 2,
  loans: 2,
  newLoans: 1,
  paidOut: '600.00',
  outstanding: '1180.00',
  late: '580.00',
  atRisk: '570.00',
  percent: '48.31',
  expected: { due: '100.00', paidPercent: '0.00', collected: '20.00', efficiency: '20.00' },
};

test('the figures of an officer lead to the loans', async () => {
  signedIn('token');
  const officers = [
    { officerId: 'o', name: 'Amina', figures },
    { officerId: null, name: null, figures },
  ];
  const report = { from: '2026-03-01', to: '2026-03-11', on: '2026-03-11', currency: 'KES', officers, total: figures };
  vi.spyOn(globalThis, 'fetch').mockImplementation((request) => {
    const address = request instanceof Request ? request.url : request.toString();
    return Promise.resolve(
      Response.json(address.includes('/api/reports/officers') ? report : { items: [], next: null }),
    );
  });
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'report.run': 'ORGANIZATION', 'loan.view': 'ORGANIZATION' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <OfficersPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );

  expect(await screen.findByText('Amina')).toBeTruthy();
  expect(screen.getByRole('link', { name: '570.00' }).getAttribute('href')).toBe(
    '/loans?officer=o&status=ACTIVE&late=31-',
  );
  expect(screen.getByText('Without an officer')).toBeTruthy();
  expect(screen.getAllByText('48.31')).toHaveLength(3);
});
