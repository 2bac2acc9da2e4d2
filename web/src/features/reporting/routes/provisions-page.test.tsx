import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { ProvisionsPage } from '@/features/reporting/routes/provisions-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const classes = [
  { code: 'current', name: 'Current', fromDay: 0, percent: '1', exposure: '100000.00', required: '1000.00' },
  { code: '31-60', name: '31 to 60 days', fromDay: 31, percent: '25', exposure: '20000.00', required: '5000.00' },
];
const sums = { exposure: '120000.00', required: '6000.00', held: '4500.00', difference: '1500.00' };
const report = {
  on: '2026-03-11',
  currency: 'KES',
  classes,
  branches: [{ branchId: 'b', sums, classes }],
  total: sums,
};

test('a class leads to its loans, and a branch says what is still to be set aside', async () => {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation((request) => {
    const address = request instanceof Request ? request.url : request.toString();
    return Promise.resolve(
      address.includes('/api/branches')
        ? Response.json({ items: [{ id: 'b', name: 'Harbour' }], next: null })
        : Response.json(report),
    );
  });
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'report.run': 'ORGANIZATION', 'loan.view': 'ORGANIZATION', 'branch.view': 'ORGANIZATION' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <ProvisionsPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );

  const link = await screen.findByRole('link', { name: 'Current' });
  expect(link.getAttribute('href')).toBe('/loans?late=0-30');
  expect(await screen.findByText('Harbour')).toBeTruthy();
  expect(screen.getAllByText('1,500.00')).toHaveLength(2);
});
