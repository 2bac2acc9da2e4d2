type Typed = { readonly action: string; readonly from: string; readonly to: string };

/** What the trail is asked: actions are small letters, and the last day is included. */
export function auditFilter({ action, from, to }: Typed) {
  return {
    action: action.toLowerCase().replaceAll(/[^a-z_.]/g, '') || undefined,
    from: from || undefined,
    to: to || undefined,
  };
}
