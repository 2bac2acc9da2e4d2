import { queryOptions } from '@tanstack/react-query';
import type { Terms } from '@/features/product/terms';
import { api, read, type Schema } from '@/lib/api/client';

export type Schedule = Schema<'ScheduleResponse'>;
export type Question = Schema<'ScheduleRequest'>;
/** A question that a form asks, with all of its terms. */
export type Calculation = Terms & { principal: string; disbursedOn: string; firstDueOn?: string | undefined };

/** A schedule worked out by the engine of the server; nothing is kept. */
export const scheduleQuery = (body: Question | undefined) =>
  queryOptions({
    queryKey: ['calculator', body],
    queryFn: () => read(api.POST('/api/calculator/schedule', { body: body as Question })),
    enabled: body !== undefined,
    placeholderData: (previous: Schedule | undefined) => previous,
    staleTime: Infinity,
    meta: { isPreview: true },
    retry: false,
  });
