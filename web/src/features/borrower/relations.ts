import type { Schema } from '@/lib/api/client';

type Relation = NonNullable<Schema<'Relative'>['relation']>;

const LABELS: Readonly<Record<Relation, string>> = {
  ONESELF: 'The same person, or a firm of theirs',
  SPOUSE: 'Spouse or partner',
  PARENT: 'Parent',
  CHILD: 'Child',
  SIBLING: 'Brother or sister',
  OTHER: 'Another relative, or as close',
};

/** What a borrower can be to somebody of the staff, closest first. */
export const RELATIONS = Object.keys(LABELS) as readonly Relation[];

/** What a borrower is to somebody of the staff, in words; nothing is known of it once the borrower was erased. */
export function relationLabel(relation: Relation | null | undefined): string {
  return relation ? LABELS[relation] : 'Relation erased';
}
