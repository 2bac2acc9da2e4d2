import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SchedulePreview } from '@/features/product/components/schedule-preview';
import { offered } from '@/features/product/terms';
import { oddProduct } from '@/features/product/testing';
import { makeQueryClient } from '@/lib/query-client';

test('the yearly rates say what they mean', async () => {
  const totals = { principal: '100.00', interest: '2.05', fees: '0.00', penalties: '0.00', due: '102.05' };
  const schedule = { currency: 'KES', installment: '17.01', rows: [], totals, apr: '17.94', effectiveRate: '19.49' };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(schedule)));
  const asked = offered(oddProduct, { principal: '100.00', repayments: 6, disbursedOn: '2026-11-22' });
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <SchedulePreview calculation={asked} />
    </QueryClientProvider>,
  );

  expect(await screen.findByText('17.94 %')).toBeInTheDocument();
  await userEvent.setup().hover(screen.getByRole('button', { name: 'What APR means' }));

  expect(await screen.findByRole('tooltip')).toHaveTextContent('Regulation Z');
});
