import { labelOf } from '@/components/labels';

/** Who decides a step, in words. */
export function stepRole(role: string | null | undefined): string {
  return role ? labelOf(role) : 'A manager or an administrator';
}
