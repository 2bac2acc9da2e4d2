import { useMutation } from '@tanstack/react-query';
import { api, read, type Schema } from '@/lib/api/client';

export type Simulation = Schema<'Simulation'>;
export type SimulatedLoan = Schema<'SimulatedLoan'>;
export type NewSimulation = Schema<'NewSimulation'>;

/** Asks what a change would make of a loan; nothing is kept. */
export const useSimulation = (id: string) =>
  useMutation({
    mutationFn: (body: NewSimulation) => read(api.POST('/api/loans/{id}/simulate', { params: { path: { id } }, body })),
  });
