import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { QueueList } from '@/features/collection/components/queue-list';
import type { Schema } from '@/lib/api/client';
import { ProfileContext, type Profile } from '@/lib/profile';

const loan = (number: string) =>
  ({
    loanId: number,
    loanNumber: number,
    borrowerId: `b-${number}`,
    borrowerName: `Maria ${number}`,
    amount: '207.06',
    currency: 'EUR',
    daysPastDue: 3,
    work: { handedOver: false },
  }) as Schema<'OverdueLoan'>;

const items: Schema<'QueuedLoan'>[] = ['LN-1', 'LN-2', 'LN-3'].map((number) => ({
  section: 'BROKEN_PROMISE',
  since: '2026-03-02',
  loan: loan(number),
}));

function show(onContact?: (of: Schema<'OverdueLoan'>) => void) {
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-05' };
  render(
    <MemoryRouter>
      <ProfileContext value={{ permissions: {}, organization } as unknown as Profile}>
        <QueueList items={items} onContact={onContact} />
      </ProfileContext>
    </MemoryRouter>,
  );
}

test('the first key leads into the list', async () => {
  show();

  await userEvent.keyboard('j');

  expect(screen.getByRole('link', { name: 'LN-1' })).toHaveFocus();
});

test('the heading, which has the focus when a page is opened, gives the key to the list; a field keeps it', async () => {
  show();
  const heading = Object.assign(document.createElement('h1'), { tabIndex: -1 });
  const field = document.createElement('input');
  document.body.append(heading, field);

  field.focus();
  await userEvent.keyboard('j');
  expect(field).toHaveFocus();
  heading.focus();
  await userEvent.keyboard('j');
  expect(screen.getByRole('link', { name: 'LN-1' })).toHaveFocus();
  heading.remove();
  field.remove();
});

test('keys go through the list and stop at its ends', async () => {
  show();
  screen.getByRole('link', { name: 'LN-1' }).focus();

  await userEvent.keyboard('j{ArrowDown}j');
  expect(document.activeElement?.textContent).toBe('LN-3');

  await userEvent.keyboard('k{ArrowUp}k');
  expect(document.activeElement?.textContent).toBe('LN-1');
});

test('c logs a contact about the loan that one is on', async () => {
  const contacted: string[] = [];
  show((of) => contacted.push(of.loanNumber));
  screen.getByRole('link', { name: 'LN-2' }).focus();

  await userEvent.keyboard('c');

  expect(contacted).toEqual(['LN-2']);
});

test('who logs no contacts is offered none', () => {
  show();

  expect(screen.queryByRole('button')).toBeNull();
});
