import { renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { expect, test, vi } from 'vitest';
import { tellAtFields } from '@/components/form/use-submit';
import { ApiProblem } from '@/lib/api/problem';

test('puts the word of the server at its field', () => {
  const { result } = renderHook(() => useForm({ defaultValues: { amount: '', on: '' } }));
  const setError = vi.fn();
  const refusal = new ApiProblem(400, { errors: [{ field: 'amount', message: 'must be above zero' }] });

  expect(tellAtFields(refusal, { ...result.current, setError })).toBe(true);
  expect(setError).toHaveBeenCalledWith(
    'amount',
    { type: 'server', message: 'Must be above zero.' },
    { shouldFocus: true },
  );
});

test('says so when a field of the refusal is not on the form', () => {
  const { result } = renderHook(() => useForm({ defaultValues: { amount: '' } }));
  const refusal = new ApiProblem(400, { errors: [{ field: 'elsewhere', message: 'is missing' }] });

  expect(tellAtFields(refusal, result.current)).toBe(false);
});
