import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { AgeingPage } from '@/app/pages/ageing-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const sums = { loans: 1, overdue: '100.00', outstanding: '600.00', percent: '100.00' };
const ageing = {
  on: '2026-03-11',
  currency: 'KES',
  classes: [
    {
      code: '31-60',
      name: '31 to 60 days',
      fromDay: 31,
      untilDay: 60,
      nonPerforming: true,
      sums,
      branches: [{ branchId: 'b', sums }],
    },
  ],
  total: sums,
  nonPerforming: sums,
  atRisk: [],
};

function answer(request: RequestInfo | URL): Promise<Response> {
  const address = request instanceof Request ? request.url : request.toString();
  return Promise.resolve(
    address.includes('/api/branches')
      ? Response.json({ items: [{ id: 'b', name: 'Harbour' }], next: null })
      : Response.json(ageing),
  );
}

function show() {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'report.run': 'ORGANIZATION', 'loan.view': 'ORGANIZATION', 'branch.view': 'ORGANIZATION' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <AgeingPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

test('a class leads to its loans, and is shown by branch', async () => {
  show();

  const link = await screen.findByRole('link', { name: '31 to 60 days' });
  expect(link.getAttribute('href')).toBe('/loans?late=31-60');
  expect(await screen.findByText('Harbour')).toBeTruthy();
  expect(screen.getByText(/Non-performing: 100.00 % of the principal/u)).toBeTruthy();
});
