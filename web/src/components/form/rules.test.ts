import { describe, expect, test } from 'vitest';
import {
  optionalAmount,
  optionalText,
  optionalWholeNumber,
  percent,
  positiveAmount,
  requiredText,
  wholeNumber,
} from '@/components/form/rules';
import { AcceptInvitation, NewBorrower, NewPayment, ProfileChange, ScheduleRequest } from '@/lib/api/limits';

const takes = (rule: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  rule.safeParse(value).success;

describe('a text', () => {
  test('is as long as the server lets it be, and no longer', () => {
    const rule = requiredText(NewBorrower.name);

    expect(takes(rule, 'x'.repeat(NewBorrower.name.maxLength))).toBe(true);
    expect(takes(rule, 'x'.repeat(NewBorrower.name.maxLength + 1))).toBe(false);
  });

  test('that is only blanks is missing', () => {
    expect(takes(requiredText(ProfileChange.name), '   ')).toBe(false);
  });

  test.each([
    ['jo', false],
    ['.jo', false],
    ['jo.w-2_', true],
    ['', true],
  ])('is refused by the server’s pattern: user name "%s"', (typed, expected) => {
    expect(takes(optionalText(AcceptInvitation.username), typed)).toBe(expected);
  });

  test.each([
    ['(020) 123456', true],
    ['+254 700 000 001', true],
    ['ask her', false],
  ])('is read by a pattern of Java as the server reads it: phone "%s"', (typed, expected) => {
    expect(takes(optionalText(NewBorrower.phone), typed)).toBe(expected);
  });
});

describe('a number', () => {
  test('is within the limits of the server', () => {
    const { minimum, maximum } = ScheduleRequest.repayments;
    const rule = wholeNumber(ScheduleRequest.repayments);

    expect([minimum, maximum].map((value) => takes(rule, value))).toEqual([true, true]);
    expect([minimum - 1, maximum + 1, 1.5].map((value) => takes(rule, value))).toEqual([false, false, false]);
  });

  test('may be left out where it is not needed', () => {
    const rule = optionalWholeNumber(NewPayment.targetInstallment);

    expect(rule.parse('')).toBeUndefined();
    expect(rule.parse('3')).toBe(3);
    expect([takes(rule, '0'), takes(rule, '1201'), takes(rule, 'x')]).toEqual([false, false, false]);
  });
});

test('an amount has as many digits as the server takes', () => {
  const rule = positiveAmount(NewPayment.amount);

  expect(takes(rule, `${'9'.repeat(13)}.999999`)).toBe(true);
  expect(takes(rule, '9'.repeat(14))).toBe(false);
  expect(rule.safeParse('five').error?.issues.map((issue) => issue.message)).toEqual([
    'This is no amount. Type it like 1250.50 or 5k.',
  ]);
  expect(takes(rule, '0.00')).toBe(false);
});

test('a rate has as many digits as the server takes', () => {
  const rule = percent(ScheduleRequest.annualRate);

  expect(rule.parse('1234,123456789012')).toBe('1234.123456789012');
  expect([takes(rule, '10000'), takes(rule, '10000.1'), takes(rule, ''), takes(rule, '-1')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('a negative amount is said to be so', () => {
  const { error } = optionalAmount(NewPayment.amount).safeParse('-5');

  expect(error?.issues.map(({ message }) => message)).toEqual(['The amount must not be negative.']);
});
