import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { SecondFactor } from '@/features/identity/components/second-factor';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

function show(factor: object) {
  signedIn('token');
  const none = { on: false, required: false, recoveryCodes: 0, passkeys: 0 };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ ...none, ...factor })));
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <SecondFactor />
    </QueryClientProvider>,
  );
}

const buttons = () => screen.getAllByRole('button').map((button) => button.textContent);

test('a password alone is said to be too little', async () => {
  show({});

  expect(await screen.findByText('Off')).toBeInTheDocument();
  expect(buttons()).toEqual(['Set it up']);
});

test('a passkey is a second factor', async () => {
  show({ passkeys: 1, recoveryCodes: 10 });

  expect(await screen.findByText('On')).toBeInTheDocument();
  expect(screen.getByText(/^Your passkey is one.* Recovery codes left: 10\.$/)).toBeInTheDocument();
  expect(buttons()).toEqual(['Add an app', 'New recovery codes']);
});

test('an app that the role needs can go only where a passkey stays', async () => {
  show({ on: true, required: true, passkeys: 1, recoveryCodes: 9 });

  expect(await screen.findByText('On')).toBeInTheDocument();
  expect(buttons()).toEqual(['New recovery codes', 'Remove the app']);
});

test('the only factor stays where the role needs it', async () => {
  show({ on: true, required: true, recoveryCodes: 9 });

  expect(await screen.findByText('On')).toBeInTheDocument();
  expect(buttons()).toEqual(['New recovery codes']);
});
