import { expect, test } from 'vitest';
import { papersToSend } from '@/features/document/papers-to-send';

const paper = { id: '1', kind: 'PROOF_OF_INCOME', status: 'VERIFIED', expired: false } as const;

test('what was refused or holds no more is asked for', () => {
  expect(papersToSend([{ ...paper, status: 'REFUSED' }])).toHaveLength(1);
  expect(papersToSend([{ ...paper, expired: true }])).toHaveLength(1);
  expect(papersToSend([paper])).toEqual([]);
});

test('what has come in its place is not asked for again', () => {
  const refused = { ...paper, status: 'REFUSED' } as const;

  expect(papersToSend([refused, { ...paper, id: '2', status: 'WAITING' }])).toEqual([]);
  expect(papersToSend([refused, { ...paper, id: '2', kind: 'OTHER', replaces: '1' }])).toEqual([]);
  expect(papersToSend([refused, { ...paper, id: '2', kind: 'PASSPORT' }])).toEqual([refused]);
  expect(papersToSend([{ ...paper, status: 'REPLACED' }])).toEqual([]);
});

test('an older paper, or another one of no kind, stands in for nothing', () => {
  const refused = { ...paper, id: '2', status: 'REFUSED' } as const;
  const contract = { ...refused, kind: 'OTHER' } as const;

  expect(papersToSend([paper, refused])).toEqual([refused]);
  expect(papersToSend([contract, { ...paper, id: '3', kind: 'OTHER' }])).toEqual([contract]);
  expect(papersToSend([contract, { ...paper, id: '3', kind: 'OTHER', replaces: '2' }])).toEqual([]);
});
