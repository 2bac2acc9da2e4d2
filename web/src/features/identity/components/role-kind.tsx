import { StatusChip } from '@/components/status-chip';
import type { Role } from '@/components/use-roles';

/** Whether a role came with the program or is one's own. */
export function RoleKind({ role }: { readonly role: Pick<Role, 'builtIn'> }) {
  return role.builtIn ? <StatusChip status="TEMPLATE" /> : <StatusChip status="OWN_ROLE" tone="primary" />;
}
