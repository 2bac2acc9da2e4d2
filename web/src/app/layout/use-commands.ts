import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { placesFor } from '@/app/layout/navigation';
import { api, read } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';
import { isOpenTo } from '@/lib/screens';
import { useDebounced } from '@/lib/use-debounced';

/** Something the palette can do: always a way to a screen. */
export type Command = { readonly id: string; readonly label: string; readonly hint: string; readonly to: string };

const FOUND = 6;

/** The commands that fit what was typed, places first, then what the server finds. */
export function useCommands(typed: string): { commands: readonly Command[]; searching: boolean } {
  const { t } = useTranslation();
  const may = useMay();
  const search = useDebounced(typed.trim(), 150);
  const query = { search, limit: FOUND };
  const borrowers = useQuery({
    queryKey: ['palette', 'borrowers', search],
    queryFn: () => read(api.GET('/api/borrowers', { params: { query } })),
    enabled: search.length > 1 && may('borrower.view'),
  });
  const loans = useQuery({
    queryKey: ['palette', 'loans', search],
    queryFn: () => read(api.GET('/api/loans', { params: { query } })),
    enabled: search.length > 1 && may('loan.view'),
  });

  const actions: Command[] = [
    ...(may('borrower.create')
      ? [{ id: 'new-borrower', label: t('Add a borrower'), hint: t('Action'), to: `${paths.borrowers}?new=1` }]
      : []),
    ...(isOpenTo(may, paths.newApplication())
      ? [{ id: 'new-application', label: t('Take an application'), hint: t('Action'), to: paths.newApplication() }]
      : []),
    ...(may('product.edit')
      ? [{ id: 'new-product', label: t('Make a product'), hint: t('Action'), to: paths.newProduct }]
      : []),
    ...(may('user.invite')
      ? [{ id: 'invite', label: t('Invite a colleague'), hint: t('Action'), to: `${paths.invitations}?new=1` }]
      : []),
    ...placesFor(may).flatMap((group) =>
      group.places.map((place) => ({ id: place.to, label: t(place.label), hint: t('Go to'), to: place.to })),
    ),
  ];
  const fitting = actions.filter((action) => action.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const people = (borrowers.data?.items ?? []).map((each) => ({
    id: each.id,
    label: [each.name, each.phone].filter(Boolean).join(' · '),
    hint: each.number,
    to: paths.borrower(each.id),
  }));
  const found = (loans.data?.items ?? []).map((each) => ({
    id: each.id,
    label: `${each.number} · ${each.borrowerName ?? ''}`,
    hint: t('Loan'),
    to: paths.loan(each.id),
  }));
  return {
    commands: search.length > 1 ? [...people, ...found, ...fitting] : fitting,
    searching: borrowers.isFetching || loans.isFetching,
  };
}
