import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { FilterBranch } from '@/components/filter-branch';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const HARBOUR = { id: 'b-1', name: 'Harbour' };

function show(reach: 'BRANCH' | 'ORGANIZATION') {
  signedIn('token');
  const items = [HARBOUR, { id: 'b-2', name: 'Lakeside' }];
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ items })));
  const permissions = { 'report.run': reach, 'branch.view': 'ORGANIZATION' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, branch: HARBOUR, organization: {} } as unknown as Profile}>
        <FilterBranch of="report.run" value="" onChoose={vi.fn()} />
      </ProfileContext>
    </QueryClientProvider>,
  );
}

test('who sees one branch reads its name', () => {
  show('BRANCH');

  expect(screen.getByRole('combobox', { name: 'Branch' })).toHaveTextContent('Harbour');
});

test('who sees all branches has all of them before one is chosen', async () => {
  show('ORGANIZATION');

  expect(await screen.findByRole('combobox', { name: 'Branch' })).toHaveTextContent('All');
});
