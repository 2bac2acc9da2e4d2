import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Installment } from '@/features/loan/api/get-loan';
import { InstallmentPicture } from '@/features/loan/components/installment-picture';

function rows(...statuses: Installment['status'][]) {
  return statuses.map((status, index) => ({ number: index + 1, status }) as Installment);
}

test('what is paid is counted, and what is late is said', () => {
  render(<InstallmentPicture rows={rows('PAID', 'PAID_LATE', 'OVERDUE', 'UPCOMING')} />);

  expect(screen.getByRole('img', { name: '2 of 4 installments are paid' })).toBeInTheDocument();
  expect(screen.getByText(/1 late/)).toBeInTheDocument();
});

test('an installment whose date was moved away is not counted', () => {
  render(<InstallmentPicture rows={rows('PAID', 'RESCHEDULED', 'UPCOMING')} />);

  expect(screen.getByRole('img', { name: '1 of 2 installments are paid' })).toBeInTheDocument();
  expect(screen.queryByText(/late/)).not.toBeInTheDocument();
});
