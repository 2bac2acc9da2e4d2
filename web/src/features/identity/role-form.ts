import { z } from 'zod';
import { optionalAmount, requiredText } from '@/components/form/rules';
import type { Role } from '@/components/use-roles';
import type { Schema } from '@/lib/api/client';
import { NewRole, RoleChange, RoleLimit } from '@/lib/api/limits';
import { oneOf } from '@/lib/one-of';

type Scope = Role['permissions'][string];
export type Grantable = Schema<'RoleList'>['grantable'];

const SCOPES = ['ORGANIZATION', 'BRANCH', 'OWN', 'SELF'] as const satisfies readonly Scope[];

/** Values of a form by their paths: `loan.view` is `view` in `loan`, as the server names the field too. */
type Nested = { [part: string]: Nested | string };

/** A role as the form has it: each permission with how far it reaches, empty where it is not given. */
export const roleShape = z.object({
  name: requiredText(RoleChange.name),
  secondFactor: z.boolean(),
  permissions: z.record(z.string(), z.unknown()),
  limits: z.object({
    approve: optionalAmount(RoleLimit.amount),
    writeOff: optionalAmount(RoleLimit.amount),
    waive: optionalAmount(RoleLimit.amount),
    interest: optionalAmount(RoleLimit.amount),
  }),
});
export type RoleValues = z.input<typeof roleShape>;

/** What can be limited by amount, by its name in the form. */
const LIMITED = {
  approve: 'loan.approve',
  writeOff: 'loan.write_off',
  waive: 'charge.waive',
  interest: 'interest.waive',
} as const;
const FIELDS = ['approve', 'writeOff', 'waive', 'interest'] as const satisfies readonly (keyof typeof LIMITED)[];

/** What the form starts with: every permission that can be given, what is given, and up to which amounts. */
export function roleValues(role: Role, grantable: Grantable, currency: string): RoleValues {
  const permissions: Nested = {};
  for (const permission of Object.keys(grantable)) put(permissions, permission, role.permissions[permission] ?? '');
  const most = (permission: string) =>
    role.limits.find((limit) => limit.permission === permission && limit.currency === currency)?.amount ?? '';
  return {
    name: role.name,
    secondFactor: role.secondFactor,
    permissions,
    limits: {
      approve: most(LIMITED.approve),
      writeOff: most(LIMITED.writeOff),
      waive: most(LIMITED.waive),
      interest: most(LIMITED.interest),
    },
  };
}

/** The limits that the form has no field for: those in other currencies, and of what it does not know. */
export function otherLimits(role: Role, currency: string): Schema<'RoleLimit'>[] {
  const known: readonly string[] = Object.values(LIMITED);
  return role.limits.filter((limit) => limit.currency !== currency || !known.includes(limit.permission));
}

/** All limits: those of the form in its currency, and all others as they were. */
export function limitsOf(
  role: Role,
  limits: z.output<typeof roleShape>['limits'],
  currency: string,
): Schema<'RoleLimit'>[] {
  const own = FIELDS.flatMap((name) => {
    const amount = limits[name];
    return amount === undefined ? [] : [{ permission: LIMITED[name], currency, amount }];
  });
  return [...otherLimits(role, currency), ...own];
}

function put(into: Nested, path: string, value: string): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let at = into;
  for (const part of parts) {
    const below = at[part];
    const next: Nested = typeof below === 'object' ? below : {};
    at[part] = next;
    at = next;
  }
  at[last] = value;
}

/** What is given, by the permissions' names. */
export function grantsOf(permissions: RoleValues['permissions'], under = ''): Record<string, Scope> {
  const grants: Record<string, Scope> = {};
  for (const [part, value] of Object.entries(permissions)) {
    if (typeof value === 'string') {
      const scope = oneOf(SCOPES, value);
      if (scope !== undefined) grants[under + part] = scope;
    } else {
      Object.assign(grants, grantsOf(value as Nested, `${under}${part}.`));
    }
  }
  return grants;
}

/** A role that is made after another one. */
export const newRoleShape = z
  .object({
    name: requiredText(NewRole.name),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .refine((code) => code === '' || /^[A-Z][A-Z_]*$/.test(code), 'Capital letters and _ only.')
      .refine((code) => code.length <= NewRole.code.maxLength, 'This is too long.'),
  })
  .transform(({ name, code }) => ({ name, code: code === '' ? codeOf(name) : code }))
  .refine(({ code }) => code !== '', { path: ['code'], error: 'The name has no letters for it: type one.' });

/** What scripts call a role of this name: `Cashier, day shift` is `CASHIER_DAY_SHIFT`. */
export function codeOf(name: string): string {
  const letters = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toUpperCase();
  return letters
    .replaceAll(/[^A-Z]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, NewRole.code.maxLength);
}
