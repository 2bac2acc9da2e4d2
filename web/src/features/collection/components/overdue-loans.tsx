import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { MoneyText } from '@/components/money-text';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { useArrearsClasses } from '@/components/use-arrears-classes';
import { usePages } from '@/components/use-pages';
import { AssignDialog } from '@/features/collection/components/assign-dialog';
import { useAssignees } from '@/features/collection/components/use-assignees';
import { WorkText } from '@/features/collection/components/work-text';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { idOf } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** What the filter of whose work it is has for loans without an officer that were handed to nobody. */
const nobody = 'nobody';

type Overdue = Schema<'OverdueLoan'> & { readonly id: string };

/** The list of loans past due, the longest past due first; those who hand work out choose loans in it. */
export function OverdueLoans() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isAssigning, setAssigning] = useState(false);
  const on = get('on') || organization.businessDate;
  const isOfNobody = get('assignee') === nobody;
  const filter = {
    on,
    branchId: get('branch') || undefined,
    officerId: idOf(get('officer')),
    assigneeId: isOfNobody ? undefined : get('assignee') || undefined,
    ofNobody: isOfNobody || undefined,
    arrearsClass: get('class') || undefined,
    promiseDue: get('promises') === 'due' || undefined,
  };
  const sort = get('sort');
  const pages = usePages(JSON.stringify([filter, sort]));
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const classes = useArrearsClasses().filter(({ fromDay }) => fromDay > 0);
  const assignees = useAssignees();
  const query = useQuery({
    queryKey: ['overdue', filter, sort, pages.cursor],
    queryFn: () =>
      read(
        api.GET('/api/payments/overdue', {
          params: { query: { ...filter, sort: sort || undefined, cursor: pages.cursor, limit: 50 } },
        }),
      ),
    select: (page) => ({ ...page, items: page.items.map((each): Overdue => ({ ...each, id: each.loanId })) }),
    placeholderData: keepPreviousData,
  });
  const mayAssign = may('collection.assign');
  // Another filter, order or page takes what was chosen off the screen: it is not handed over with the rest.
  const shown = (query.data?.items ?? []).map((each) => each.id);
  const chosenHere = chosen.filter((id) => shown.includes(id));
  return (
    <>
      <DataTable
        label={t('Loans past due')}
        query={query}
        columns={useColumns(mayAssign ? { chosen, setChosen } : undefined)}
        pages={pages}
        sort={sort || '-daysPastDue'}
        onSort={(next) => set({ sort: next })}
        onOpen={(each) => void navigate(paths.loan(each.loanId))}
        toolbar={
          <FilterBar end={<ExportButtons what="overdue" query={filter} />}>
            <FilterDate label={t('Overdue on')} value={on} onChoose={(date) => set({ on: date })} />
            <FilterSelect
              label={t('Branch')}
              value={get('branch')}
              options={(branches.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
              onChoose={(branch) => set({ branch })}
            />
            <FilterSelect
              label={t('Class')}
              value={get('class')}
              options={classes.map((each) => ({ value: each.code, label: each.name }))}
              onChoose={(ofClass) => set({ class: ofClass })}
            />
            {mayAssign && (
              <FilterSelect
                label={t('Whose work')}
                value={get('assignee')}
                options={[{ value: nobody, label: t('Nobody') }, ...assignees]}
                onChoose={(assignee) => set({ assignee })}
              />
            )}
            {filter.officerId !== undefined && (
              <Chip label={t('Of one officer')} onDelete={() => set({ officer: undefined })} />
            )}
            {filter.promiseDue && (
              <Chip label={t('With a promise that is due')} onDelete={() => set({ promises: undefined })} />
            )}
            {chosenHere.length > 0 && (
              <Button variant="outlined" onClick={() => setAssigning(true)}>
                {t('Hand over {{number}}', { number: chosenHere.length })}
              </Button>
            )}
          </FilterBar>
        }
        empty={
          <EmptyState title={t('Nobody is behind')}>
            {t('A loan shows up here the day after an installment was due.')}
          </EmptyState>
        }
      />
      {isAssigning && (
        <AssignDialog
          loanIds={chosenHere}
          onClose={() => setAssigning(false)}
          onDone={() => {
            setAssigning(false);
            setChosen([]);
          }}
        />
      )}
    </>
  );
}

type Choice = { readonly chosen: readonly string[]; readonly setChosen: (ids: readonly string[]) => void };

function useColumns(choice: Choice | undefined): readonly Column<Overdue>[] {
  const { t } = useTranslation();
  return [
    ...(choice === undefined
      ? []
      : [
          {
            key: 'choose',
            title: t('Choose'),
            isAction: true,
            width: 72,
            show: ({ id, loanNumber }: Overdue) => (
              <Checkbox
                size="small"
                sx={{ zIndex: 1 }}
                checked={choice.chosen.includes(id)}
                slotProps={{ input: { 'aria-label': t('Choose {{number}}', { number: loanNumber }) } }}
                onClick={(event) => event.stopPropagation()}
                onChange={(event) =>
                  choice.setChosen(
                    event.target.checked ? [...choice.chosen, id] : choice.chosen.filter((each) => each !== id),
                  )
                }
              />
            ),
          },
        ]),
    {
      key: 'borrower',
      title: t('Borrower'),
      flex: 1.2,
      show: (each) => <TextLink to={paths.borrower(each.borrowerId)}>{each.borrowerName}</TextLink>,
    },
    {
      key: 'phone',
      title: t('Phone'),
      width: 140,
      show: (each) => each.phone ?? (each.phoneEnd && `… ${each.phoneEnd}`) ?? '–',
    },
    {
      key: 'loan',
      title: t('Loan'),
      width: 145,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.loan(each.loanId)}>{each.loanNumber}</TextLink>,
    },
    {
      key: 'days',
      title: t('Days late'),
      width: 112,
      align: 'right',
      sortBy: 'daysPastDue',
      show: (each) => each.daysPastDue,
    },
    {
      key: 'amount',
      title: t('Past due'),
      width: 120,
      align: 'right',
      show: (each) => <MoneyText strong amount={each.amount} currency={each.currency} />,
    },
    { key: 'work', title: t('Next'), flex: 1, show: (each) => <WorkText work={each.work} currency={each.currency} /> },
    {
      key: 'assignee',
      title: t('Whose work'),
      width: 130,
      show: (each) => each.work?.assigneeName ?? each.officerName ?? '–',
    },
    { key: 'class', title: t('Class'), width: 130, show: (each) => each.arrearsClassName },
    {
      key: 'outstanding',
      title: t('Outstanding'),
      width: 130,
      align: 'right',
      sortBy: 'outstanding',
      show: (each) => <MoneyText amount={each.outstanding} currency={each.currency} />,
    },
    {
      key: 'paid',
      title: t('Last payment'),
      width: 120,
      show: (each) => (each.lastPayment ? <DateText value={each.lastPayment.on} /> : '–'),
    },
  ];
}
