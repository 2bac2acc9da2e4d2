import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pastDueText } from '@/components/days-past-due';
import { MoneyText } from '@/components/money-text';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { useNumberText } from '@/components/use-number-text';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Ageing = Schema<'Ageing'>;
type Sums = Schema<'AgeingSums'>;
type Branch = { readonly key: string; readonly ofClass: string; readonly branchId: string; readonly sums: Sums };

/** Active loans by class, then the same by branch; each class leads to its loans. */
export function AgeingTables({ ageing }: { readonly ageing: Ageing }) {
  const { t } = useTranslation();
  const figures = useFigures(ageing);
  const names = useQuery($api.queryOptions('get', '/api/branches'));
  const nameOf = (id: string) => names.data?.items?.find((branch) => branch.id === id)?.name ?? '–';
  const branches = ageing.classes.flatMap((each) =>
    each.branches.map(({ branchId, sums }): Branch => ({
      key: `${each.code} ${branchId}`,
      ofClass: each.name,
      branchId,
      sums,
    })),
  );
  return (
    <>
      <SheetTable
        label={t('By class')}
        items={ageing.classes}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'class',
            title: t('Class'),
            show: ({ name, fromDay, untilDay }) => (
              <TextLink to={`${paths.loans}?late=${pastDueText({ from: fromDay, until: untilDay ?? undefined })}`}>
                {name}
              </TextLink>
            ),
            foot: t('All'),
          },
          {
            key: 'performing',
            title: t('Non-performing'),
            isDetail: true,
            show: ({ nonPerforming }) => (nonPerforming ? t('Yes') : t('No')),
          },
          ...figures((each: Ageing['classes'][number]) => each.sums, ageing.total),
        ]}
      />
      <Box sx={{ px: 2.5, color: 'text.secondary' }}>
        {t('Non-performing: {{percent}} % of the principal outstanding.', { percent: ageing.nonPerforming.percent })}{' '}
        {t('Outstanding is all principal of these loans that is not repaid, late or not; overdue is what was due.')}
      </Box>
      <SheetTable
        label={t('By class and branch')}
        items={branches}
        keyOf={({ key }) => key}
        columns={[
          { key: 'class', title: t('Class'), show: ({ ofClass }) => ofClass },
          { key: 'branch', title: t('Branch'), show: ({ branchId }) => nameOf(branchId) },
          ...figures((each: Branch) => each.sums),
        ]}
      />
    </>
  );
}

/** The columns with figures, which both tables have. */
function useFigures({ currency, total: all }: Ageing) {
  const { t } = useTranslation();
  const number = useNumberText();
  const money = (amount: string) => <MoneyText bare amount={amount} currency={currency} />;
  const part = (key: keyof Schema<'AgeingParts'>, title: string) => ({
    key,
    title,
    of: (sums: Sums) => money(sums.parts?.[key] ?? '0'),
    isDetail: true,
  });
  const parts = [
    part('principal', t('Overdue principal')),
    part('interest', t('Overdue interest')),
    part('fees', t('Overdue fees')),
    part('penalties', t('Overdue penalties')),
  ];
  return <Item,>(sumsOf: (item: Item) => Sums, total?: Sums): SheetColumn<Item>[] => {
    const columns = [
      { key: 'loans', title: t('Loans'), of: (sums: Sums) => number(sums.loans) },
      { key: 'overdue', title: t('Overdue'), of: (sums: Sums) => money(sums.overdue) },
      ...(all.parts ? parts : []),
      {
        key: 'outstanding',
        title: t('Outstanding principal'),
        of: (sums: Sums) => money(sums.outstanding),
        isDetail: true,
      },
      { key: 'percent', title: '%', of: (sums: Sums) => sums.percent, isDetail: true },
    ];
    return columns.map(({ of, ...column }) => ({
      ...column,
      isFigure: true,
      show: (item: Item) => of(sumsOf(item)),
      ...(total && { foot: of(total) }),
    }));
  };
}
