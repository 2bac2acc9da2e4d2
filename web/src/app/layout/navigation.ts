import AccountBalanceOutlined from '@mui/icons-material/AccountBalanceOutlined';
import AccountBalanceWalletOutlined from '@mui/icons-material/AccountBalanceWalletOutlined';
import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import CalculateOutlined from '@mui/icons-material/CalculateOutlined';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import EventAvailableOutlined from '@mui/icons-material/EventAvailableOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import ReceiptOutlined from '@mui/icons-material/ReceiptOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import { isOpenTo } from '@/lib/screens';

/** A place to go: its name, its picture, and the key after `g`. */
export type Place = {
  readonly label: string;
  readonly to: string;
  readonly icon: SvgIconComponent;
  readonly key?: string;
  /** What it needs beside what its screen does. */
  readonly needs?: Permission;
  readonly counts?: 'approvals' | 'applications';
  /** The place of this address alone, not of those below it. */
  readonly alone?: boolean;
};

export type PlaceGroup = { readonly label: string; readonly places: readonly Place[] };

export const groups: readonly PlaceGroup[] = [
  {
    label: 'Daily work',
    places: [
      {
        label: 'Dashboard',
        to: paths.dashboard,
        icon: InsightsOutlined,
        key: 'd',
        needs: 'dashboard.view',
        alone: true,
      },
      {
        label: 'Approvals',
        to: paths.approvals,
        icon: FactCheckOutlined,
        key: 'a',
        counts: 'approvals',
      },
      {
        label: 'Applications',
        to: paths.applications,
        icon: DescriptionOutlined,
        key: 'n',
        counts: 'applications',
      },
      { label: 'Borrowers', to: paths.borrowers, icon: GroupsOutlined, key: 'b' },
      { label: 'Loans', to: paths.loans, icon: AccountBalanceOutlined, key: 'l' },
      { label: 'Payments', to: paths.payments, icon: PaymentsOutlined, key: 'p' },
      { label: 'Calculator', to: paths.calculator, icon: CalculateOutlined, key: 'c' },
    ],
  },
  {
    label: 'Books and control',
    places: [
      { label: 'Reports', to: paths.reports, icon: AssessmentOutlined, key: 'r' },
      { label: 'Ledger', to: paths.ledger, icon: ReceiptLongOutlined, key: 't' },
      { label: 'Day book', to: paths.dayBook, icon: MenuBookOutlined, key: 'y' },
      { label: 'Wallets', to: paths.wallets, icon: AccountBalanceWalletOutlined, key: 'w' },
      { label: 'Expenses', to: paths.expenses, icon: ReceiptOutlined, key: 'x' },
      { label: 'Manual entries', to: paths.manualEntries, icon: EditNoteOutlined, key: 'm' },
      { label: 'Audit', to: paths.audit, icon: HistoryEduOutlined, key: 'u' },
      { label: 'Close of day', to: paths.closeDay, icon: EventAvailableOutlined, key: 'e' },
    ],
  },
  {
    label: 'Organization',
    places: [
      { label: 'Products', to: paths.products, icon: Inventory2Outlined, key: 'o' },
      { label: 'People', to: paths.users, icon: ManageAccountsOutlined, key: 's' },
      { label: 'Imports', to: paths.imports, icon: UploadFileOutlined, key: 'i' },
      { label: 'Settings', to: paths.settings, icon: SettingsOutlined, key: ',' },
    ],
  },
];

/** The place that an address belongs to: of those that it is, or is below, the closest one. */
export function placeOf(shown: readonly PlaceGroup[], address: string): Place | undefined {
  return shown
    .flatMap(({ places }) => places)
    .filter(({ to, alone }) => address === to || (alone !== true && address.startsWith(`${to}/`)))
    .reduce<Place | undefined>((best, each) => (best && best.to.length >= each.to.length ? best : each), undefined);
}

/** The groups that a person may see something of. */
export function placesFor(may: (permission: Permission) => boolean): readonly PlaceGroup[] {
  return groups
    .map((group) => ({
      ...group,
      places: group.places.filter(({ to, needs }) => isOpenTo(may, to) && (needs === undefined || may(needs))),
    }))
    .filter((group) => group.places.length > 0);
}
