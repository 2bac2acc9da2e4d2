import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { AmountField } from '@/components/amount-field';
import { ProfileContext, type Profile } from '@/lib/profile';

function Kept({ start, currency }: { readonly start: string; readonly currency: string }) {
  const [value, setValue] = useState(start);
  return (
    <>
      <AmountField label="Amount" value={value} currency={currency} onAmount={setValue} />
      <output>{value}</output>
    </>
  );
}

function show(locale: string, start: string, currency: string) {
  const profile = { permissions: {}, organization: { locale, currency } } as unknown as Profile;
  render(
    <ProfileContext value={profile}>
      <Kept start={start} currency={currency} />
    </ProfileContext>,
  );
  return screen.getByLabelText('Amount');
}

test.each([
  ['de', 'EUR', '1250.5', '0', '1250.50'],
  ['de', 'KWD', '1250.50', '0', '1250.500'],
  ['en', 'KWD', '1250.50', '0', '1250.500'],
  ['fr', 'EUR', '1250', ',75', '1250.75'],
  ['ar-KW', 'KWD', '1250.50', '0', '1250.500'],
])('in %s and %s, %s with "%s" typed behind it is %s', async (locale, currency, start, typed, expected) => {
  const person = userEvent.setup();
  const field = show(locale, start, currency);

  await person.click(field);
  await person.keyboard(`{End}${typed}`);

  expect(screen.getByRole('status')).toHaveTextContent(expected);
});

test('the field shows the comma of its locale while somebody types', async () => {
  const field = show('de', '1250.50', 'EUR');

  await userEvent.setup().click(field);

  expect(field).toHaveValue('1250,50');
});
