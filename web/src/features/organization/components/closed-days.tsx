import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { useNumberText } from '@/components/use-number-text';
import { $api, api, read, type Schema } from '@/lib/api/client';

const SHOWN = 10;

type Props = { readonly isBusy: boolean; readonly onStarted: (jobId: string) => void };

function accrues(days: readonly Schema<'ClosedDay'>[]): boolean {
  return days.some((day) => day.interest.length > 0);
}

type AmountsProps = {
  readonly of: readonly Schema<'InterestOfDay'>[];
  readonly part: 'accrued' | 'suspended';
};

/** What arose with a day, or is suspended at its end, in each currency. */
function Amounts({ of, part }: AmountsProps) {
  return (
    <TableCell align="right">
      {of.length === 0
        ? '–'
        : of.map((interest) => (
            <div key={interest.currency}>
              <MoneyText amount={interest[part]} currency={interest.currency} />
            </div>
          ))}
    </TableCell>
  );
}

/** The days that were closed last, and a button where one has left work. */
export function ClosedDays({ isBusy, onStarted }: Props) {
  const { t } = useTranslation();
  const number = useNumberText();
  const query = useQuery($api.queryOptions('get', '/api/arrears/days', { params: { query: { limit: SHOWN } } }));
  const finish = useMutation({
    mutationFn: () => read(api.POST('/api/business-date/finish')),
    onSuccess: ({ jobId }) => onStarted(jobId),
  });
  const isUnfinished = query.data?.items.some((day) => day.finishedAt === null) ?? false;
  return (
    <>
      {isUnfinished && !isBusy && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" loading={finish.isPending} onClick={() => finish.mutate()}>
              {t('Finish the work')}
            </Button>
          }
        >
          {t('A day is closed, but some of its work is left. Nothing is lost; the next close does it, too.')}
        </Alert>
      )}
      <ProblemAlert error={finish.error} />
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            t('No day was closed yet.')
          ) : (
            <ScrollTable label={t('Closed days')}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{t('Day')}</TableCell>
                    <TableCell align="right">{t('Entered a class')}</TableCell>
                    <TableCell align="right">{t('Worked out')}</TableCell>
                    <TableCell align="right">{t('Marked as in default')}</TableCell>
                    {accrues(items) && (
                      <>
                        <TableCell align="right">{t('Interest accrued')}</TableCell>
                        <TableCell align="right">{t('Interest suspended')}</TableCell>
                      </>
                    )}
                    <TableCell>{t('Finished')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {items.map((day) => (
                    <TableRow key={day.day}>
                      <TableCell>
                        <DateText value={day.day} />
                      </TableCell>
                      <TableCell align="right">{number(day.crossings)}</TableCell>
                      <TableCell align="right">{number(day.loans)}</TableCell>
                      <TableCell align="right">{number(day.marked)}</TableCell>
                      {accrues(items) && (
                        <>
                          <Amounts of={day.interest} part="accrued" />
                          <Amounts of={day.interest} part="suspended" />
                        </>
                      )}
                      <TableCell>
                        <MomentText value={day.finishedAt} />
                        {day.leftOut > 0 && <div>{t('Loans left out: {{shown}}', { shown: number(day.leftOut) })}</div>}
                        {day.note !== null && <div>{day.note}</div>}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </ScrollTable>
          )
        }
      </QueryView>
    </>
  );
}
