type Typed = {
  readonly action: string;
  readonly result?: string;
  readonly actor?: string;
  readonly subject?: string;
  readonly from: string;
  readonly to: string;
};

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What the trail is asked: actions are small letters, the last day is included, what cannot be does not narrow. */
export function auditFilter({ action, result, actor = '', subject = '', from, to }: Typed) {
  return {
    action: action.toLowerCase().replaceAll(/[^a-z_.]/g, '') || undefined,
    result: result === 'DONE' || result === 'REFUSED' ? result : undefined,
    actor: UUID.test(actor) ? actor : undefined,
    subjectId: UUID.test(subject) ? subject : undefined,
    from: from || undefined,
    to: to || undefined,
  } as const;
}
