import { queryOptions, useMutation } from '@tanstack/react-query';
import { api, read, type Schema } from '@/lib/api/client';

export type Simulation = Schema<'Simulation'>;
export type SimulatedLoan = Schema<'SimulatedLoan'>;
export type NewSimulation = Schema<'NewSimulation'>;

const simulate = (id: string, body: NewSimulation) =>
  read(api.POST('/api/loans/{id}/simulate', { params: { path: { id } }, body }));

/** Asks what a change would make of a loan; nothing is kept. */
export const useSimulation = (id: string) => useMutation({ mutationFn: (body: NewSimulation) => simulate(id, body) });

/** The same while something is typed. */
export const simulationQuery = (id: string, body: NewSimulation) =>
  queryOptions({ queryKey: ['simulate', id, body], queryFn: () => simulate(id, body), retry: false });
