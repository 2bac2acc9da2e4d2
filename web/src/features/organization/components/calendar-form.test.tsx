import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CalendarForm } from '@/features/organization/components/calendar-form';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

test('the working week and the holidays are saved as a whole, each day once', async () => {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    sent.push(await (input as Request).json());
    return Response.json({});
  });
  const person = userEvent.setup();
  signedIn('token');
  const calendar = { workingWeek: ['MONDAY' as const], holidays: [{ on: '2026-12-25', name: 'Christmas' }] };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <CalendarForm calendar={calendar} etag={'"3"'} />
    </QueryClientProvider>,
  );

  await person.click(screen.getByRole('switch', { name: 'Saturday' }));
  await person.click(screen.getByRole('button', { name: 'Add a holiday' }));
  const [, day] = screen.getAllByLabelText(/^Day/);
  const [, name] = screen.getAllByLabelText(/^Name/);
  await person.type(day as HTMLElement, '2026-12-25');
  await person.type(name as HTMLElement, 'Boxing Day');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This day is in the list.')).toBeInTheDocument();
  expect(sent).toEqual([]);

  await person.clear(day as HTMLElement);
  await person.type(day as HTMLElement, '2026-12-26');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        workingWeek: ['MONDAY', 'SATURDAY'],
        holidays: [
          { on: '2026-12-25', name: 'Christmas' },
          { on: '2026-12-26', name: 'Boxing Day' },
        ],
      },
    ]),
  );
});
