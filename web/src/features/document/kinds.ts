import type { Schema } from '@/lib/api/client';

export type PaperKind = Schema<'Document'>['kind'];

/** What a paper is good for, in words. */
export const KIND_LABELS: Readonly<Record<PaperKind, string>> = {
  NATIONAL_ID: 'National identity card',
  PASSPORT: 'Passport',
  DRIVING_LICENSE: 'Driving license',
  PROOF_OF_ADDRESS: 'Proof of address',
  PROOF_OF_INCOME: 'Proof of income',
  PHOTO: 'Photo',
  CONTRACT: 'Contract',
  OTHER: 'Other',
};

export const KINDS = Object.keys(KIND_LABELS) as [PaperKind, ...PaperKind[]];
