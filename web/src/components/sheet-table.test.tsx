import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { SheetTable } from '@/components/sheet-table';

const rows = [{ day: 'Monday', due: '10.00', fees: '0.50' }];

function shown(width: 'desk' | 'phone') {
  vi.stubGlobal('matchMedia', () => ({
    matches: width === 'phone',
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }));
  render(
    <SheetTable
      label="Schedule"
      items={rows}
      keyOf={(row) => row.day}
      columns={[
        { key: 'day', title: 'Day', show: (row) => row.day },
        { key: 'fees', title: 'Fees', isDetail: true, show: (row) => row.fees },
        { key: 'due', title: 'Due', show: (row) => row.due },
      ]}
    />,
  );
  vi.unstubAllGlobals();
}

test('a desk shows every column', () => {
  shown('desk');

  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Day', 'Fees', 'Due']);
  expect(screen.queryByRole('button')).toBeNull();
});

test('on a phone the details of a row are unfolded below it', () => {
  shown('phone');
  expect(screen.queryByText('0.50')).toBeNull();

  fireEvent.click(screen.getByRole('button', { expanded: false }));

  expect(screen.getByText('0.50')).toBeInTheDocument();
  expect(screen.getByRole('button', { expanded: true })).toBeInTheDocument();
});
