import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { permitted } from '@/app/layout/permitted';
import { ProfileContext, type Profile } from '@/lib/profile';

function shownAt(address: string, permissions: Profile['permissions']) {
  const Screen = permitted('/loans/:id', () => <p>The loan</p>);
  const router = createMemoryRouter([{ path: '/loans/:id', Component: Screen }], { initialEntries: [address] });
  render(
    <ProfileContext value={{ role: 'TELLER', permissions } as Profile}>
      <RouterProvider router={router} />
    </ProfileContext>,
  );
}

const LOAN = '/loans/01a2001f-e593-7000-9fd4-e3e154cb8628';

test('whoever may open a screen sees it', async () => {
  shownAt(LOAN, { 'loan.view': 'BRANCH' });

  expect(await screen.findByText('The loan')).toBeInTheDocument();
});

test('whoever may not reads so at once, without a form and without a second try', async () => {
  shownAt(LOAN, { 'borrower.view': 'BRANCH' });

  expect(await screen.findByRole('heading', { name: 'Not for your role' })).toBeInTheDocument();
  expect(screen.queryByText('The loan')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('an address that cannot be one of a loan is a page that does not exist', async () => {
  shownAt('/loans/abc', { 'loan.view': 'BRANCH' });

  expect(await screen.findByText('This page does not exist')).toBeInTheDocument();
});
