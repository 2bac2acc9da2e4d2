import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { AtRiskPage } from '@/features/reporting/routes/at-risk-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const row = (id: string | null, name: string | null, percent: string) => ({
  id,
  name,
  loans: 1,
  outstanding: '600.00',
  atRisk: [
    { fromDay: 1, loans: 1, outstanding: '600.00', percent },
    { fromDay: 31, loans: 1, outstanding: '600.00', percent: '0.00' },
  ],
});

test('what is at risk with an officer leads to his late loans', async () => {
  signedIn('token');
  const rows = [row('o', 'Amina', '75.00'), row(null, null, '25.00')];
  const report = { on: '2026-03-11', currency: 'KES', by: 'OFFICER', rows, total: row(null, null, '50.00') };
  vi.spyOn(globalThis, 'fetch').mockImplementation((request) => {
    const address = request instanceof Request ? request.url : request.toString();
    return Promise.resolve(
      Response.json(address.includes('/api/reports/at-risk') ? report : { items: [], next: null }),
    );
  });
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'report.run': 'ORGANIZATION', 'loan.view': 'ORGANIZATION' };
  render(
    <MemoryRouter initialEntries={['/reports/at-risk?by=OFFICER']}>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <AtRiskPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );

  const link = await screen.findByRole('link', { name: '75.00' });
  expect(link.getAttribute('href')).toBe('/loans?late=1-&officer=o');
  expect(screen.getByText('25.00')).toBeTruthy();
  expect(screen.getByRole('link', { name: '50.00' }).getAttribute('href')).toBe('/loans?late=1-');
});
