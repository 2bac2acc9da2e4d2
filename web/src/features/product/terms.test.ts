import { expect, test } from 'vitest';
import { offered } from '@/features/product/terms';
import { oddProduct } from '@/features/product/testing';

test('an application is previewed on every term of its product', () => {
  const asked = offered(oddProduct, { principal: '5000.00', repayments: 6, disbursedOn: '2026-11-21' });

  expect(asked).toMatchObject({
    principal: '5000.00',
    repayments: 6,
    disbursedOn: '2026-11-21',
    annualRate: '1234.123456789',
    graceOnInterestPayment: 2,
    downPaymentPercent: '10',
    charges: oddProduct.charges,
  });
  expect(Object.keys(asked)).not.toContain('allocationOrder');
});

test('without a number of installments it has those of the product', () => {
  const asked = offered(oddProduct, { principal: '5000.00', repayments: undefined, disbursedOn: '2026-11-21' });

  expect(asked.repayments).toBe(oddProduct.repayments);
});
