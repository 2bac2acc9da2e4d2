import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test, vi } from 'vitest';
import { FactorAdvice } from '@/app/pages/factor-advice';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const advice = /a password is all that it takes/;

function show(factor: object, id = 'u-1') {
  signedIn('token');
  const none = { on: false, required: false, recoveryCodes: 0, passkeys: 0 };
  const asked = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(Response.json({ ...none, ...factor })));
  const { unmount } = render(
    <QueryClientProvider client={makeQueryClient()}>
      <MemoryRouter>
        <ProfileContext value={{ id } as unknown as Profile}>
          <FactorAdvice />
        </ProfileContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return { asked, unmount };
}

beforeEach(() => {
  sessionStorage.clear();
});

test('who has a password only is asked for more, until he says later', async () => {
  const { asked, unmount } = show({});

  expect(await screen.findByText(advice)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Later' }));

  expect(screen.queryByText(advice)).toBeNull();
  unmount();
  asked.mockClear();
  const again = show({});
  expect(screen.queryByText(advice)).toBeNull();
  expect(again.asked).not.toHaveBeenCalled();
  again.unmount();
  show({}, 'u-2');
  expect(await screen.findByText(advice), 'somebody else in the same tab').toBeInTheDocument();
});

test('who has a passkey is left alone', async () => {
  const { asked } = show({ passkeys: 1 });

  await waitFor(() => expect(asked).toHaveBeenCalled());
  expect(screen.queryByText(advice)).toBeNull();
});
