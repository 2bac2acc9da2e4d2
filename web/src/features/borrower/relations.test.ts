import { expect, test } from 'vitest';
import { relationLabel } from '@/features/borrower/relations';

test('a relation that was erased with the borrower is said to be so, and is no other one', () => {
  expect(relationLabel('SIBLING')).toBe('Brother or sister');
  expect(relationLabel(null)).toBe('Relation erased');
});
