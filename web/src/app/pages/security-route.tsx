import { SecurityPage } from '@/features/audit/routes/security-page';
import { PeopleTabs } from '@/features/identity/components/people-tabs';

/** Security events, beside the people whom they are about. */
export function SecurityRoute() {
  return (
    <SecurityPage>
      <PeopleTabs />
    </SecurityPage>
  );
}
