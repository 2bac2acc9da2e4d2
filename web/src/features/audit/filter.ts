import type { Schema } from '@/lib/api/client';

/** Something, as the address of the list names it. */
export type About = { readonly subject: string; readonly type: string };

type Typed = {
  readonly action: string;
  readonly result?: string;
  readonly actor?: string;
  readonly subject?: string;
  readonly type?: string;
  readonly from: string;
  readonly to: string;
};

/** What something without an id of its own, like a role, has in its place. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What the trail is asked: actions are small letters, the last day is included, what cannot be does not narrow. */
export function auditFilter({ action, result, actor = '', subject = '', type = '', from, to }: Typed) {
  const subjectId = UUID.test(subject) ? subject : undefined;
  return {
    action:
      action
        .toLowerCase()
        .replaceAll(/[^a-z_.,]/g, '')
        .replace(/^,+|,+(?=,|$)/g, '') || undefined,
    result: result === 'DONE' || result === 'REFUSED' ? result : undefined,
    actor: UUID.test(actor) ? actor : undefined,
    subjectType: subjectId !== undefined && /^[a-z_-]{1,50}$/.test(type) ? type : undefined,
    subjectId,
    from: from || undefined,
    to: to || undefined,
  } as const;
}

/** What narrows to the very thing; undefined where many things share the id. */
export function aboutOne({ id, type }: Schema<'Subject'>): About | undefined {
  return id === NO_ID ? undefined : { subject: id, type };
}
