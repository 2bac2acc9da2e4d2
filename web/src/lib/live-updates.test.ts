import { expect, test } from 'vitest';
import { topicsOf } from '@/lib/live-updates';

test('what the server says has changed is read, and what it cannot have said is passed over', () => {
  expect(topicsOf('{"topics":["LENDING","BOOKS"]}')).toEqual(['LENDING', 'BOOKS']);
  expect(topicsOf('{"topics":["LENDING","SOMETHING_NEW",1]}')).toEqual(['LENDING']);
  expect(topicsOf('{"topics":"LENDING"}')).toEqual([]);
  expect(topicsOf('not json')).toEqual([]);
});
