import { OwnRelatives } from '@/features/borrower/components/relatives';
import { ProfilePage } from '@/features/identity/routes/profile-page';

/** The profile, with the borrowers who are relatives. */
export function ProfileRoute() {
  return (
    <ProfilePage>
      <OwnRelatives />
    </ProfilePage>
  );
}
