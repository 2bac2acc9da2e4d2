import { expect, test } from 'vitest';
import { grouped, scopeLabel } from '@/features/identity/permission-labels';

test('what is done to running loans stands with loans', () => {
  const of = grouped(['loan.view', 'charge.add', 'interest.waive', 'schedule.restructure', 'job.view']);

  expect(of.map(({ label }) => label)).toEqual(['Applications and loans', 'Books and control']);
  expect(of[0]?.permissions).toHaveLength(4);
});

test('jobs are of whoever started them', () => {
  expect(scopeLabel('OWN', 'job.view')).toBe('Those started by oneself');
  expect(scopeLabel('OWN', 'loan.view')).toBe('For own borrowers');
});
