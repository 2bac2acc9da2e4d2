import type { Schema } from '@/lib/api/client';

export type LoanAction = Schema<'LoanAction'>['action'];

/** What the server has said of what may be done. */
type Acted = { readonly actions?: readonly Schema<'LoanAction'>[] | null | undefined };

const find = ({ actions }: Acted, action: LoanAction) => actions?.find((each) => each.action === action);

/** Whether whoever looks may do something now. */
export function mayDo(thing: Acted, action: LoanAction): boolean {
  const found = find(thing, action);
  return found !== undefined && !found.code;
}

/** Why whoever looks may not do what the role does; nothing if he may, or the role does not do it at all. */
export function reasonAgainst(thing: Acted, action: LoanAction): string | undefined {
  return find(thing, action)?.reason ?? undefined;
}

/** The same of several things, each reason once; whose step it is, the approval says. */
export function reasonsAgainst(thing: Acted, actions: readonly LoanAction[]): readonly string[] {
  const refused = actions.map((action) => find(thing, action)).filter((each) => each !== undefined);
  const reasons = refused.filter(({ code }) => code !== 'step-of-another-role').map(({ reason }) => reason ?? '');
  return [...new Set(reasons)].filter((reason) => reason !== '');
}
