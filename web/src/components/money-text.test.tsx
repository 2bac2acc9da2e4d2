import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MoneyText, moneyText } from '@/components/money-text';

test('shows every digit of an amount that a number would round', () => {
  expect(moneyText('9007199254740993.01', 'USD', 'en')).toBe('$9,007,199,254,740,993.01');
});

test('shows a dash for what is no amount, instead of breaking the screen', () => {
  render(<MoneyText amount={undefined} currency="USD" />);
  expect(screen.getByText('–')).toBeInTheDocument();
});

test('shows a currency that nobody knows as it came', () => {
  expect(moneyText('5.00', 'no currency', 'en')).toBe('5.00 no currency');
});
