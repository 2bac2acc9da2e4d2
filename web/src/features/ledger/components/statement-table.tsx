import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { ScrollTable } from '@/components/scroll-table';
import { TextLink } from '@/components/text-link';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Figures = Schema<'StatementFigures'>;

/** The days that a column is about; without a first one, all up to the last. */
export type Days = { readonly from?: string; readonly to: string };

/** Accounts of a kind with their sum, or a sum by itself. */
export type Part = {
  readonly title: string;
  readonly total: Figures;
  readonly lines?: readonly Schema<'StatementLine'>[];
  readonly isStrong?: boolean;
};

type Props = {
  readonly label: string;
  readonly currency: string;
  readonly parts: readonly Part[];
  readonly days: Days;
  readonly compared?: Days | undefined;
  /** Lines are listed by value date: figures by booking date lead nowhere. */
  readonly isBooked: boolean;
};

const NARROW_ON_PHONES = { '& th, & td': { px: { xs: 0.75, sm: 2 }, fontSize: { xs: '0.8125rem', sm: '0.875rem' } } };
const SUM = { '& th, & td': { borderTop: 1, borderTopColor: 'divider', fontWeight: 650 } };

/** A statement of the books; each figure of an account leads to its lines in the same days. */
export function StatementTable({ label, currency, parts, days, compared, isBooked }: Props) {
  const { t } = useTranslation();
  const lines = (code: string, amount: string, of: Days) => {
    const figure = <MoneyText bare amount={amount} currency={currency} />;
    return isBooked ? (
      figure
    ) : (
      <TextLink
        to={paths.generalLedger({ account: code, currency, from: of.from ?? FIRST, to: of.to })}
        sx={{ color: 'inherit', textDecorationColor: 'var(--mui-palette-divider)' }}
      >
        {figure}
      </TextLink>
    );
  };
  return (
    <ScrollTable label={label}>
      <Table size="small" sx={NARROW_ON_PHONES}>
        <TableHead>
          <TableRow>
            <TableCell>{t('Account')}</TableCell>
            <Head days={days} />
            {compared && <Head days={compared} />}
          </TableRow>
        </TableHead>
        {parts.map((part) => (
          <TableBody key={part.title}>
            {part.lines && (
              <TableRow>
                <TableCell component="th" scope="rowgroup" colSpan={compared ? 3 : 2} sx={{ fontWeight: 650, pt: 2 }}>
                  {part.title}
                </TableCell>
              </TableRow>
            )}
            {part.lines?.map((line) => (
              <TableRow key={line.code} hover>
                <TableCell sx={{ pl: { xs: 2, sm: 4 } }}>
                  {line.code} {line.name}
                </TableCell>
                <TableCell align="right">{lines(line.code, line.amount, days)}</TableCell>
                {compared && <TableCell align="right">{lines(line.code, line.compared ?? '', compared)}</TableCell>}
              </TableRow>
            ))}
            <TableRow sx={part.lines === undefined || part.isStrong === true ? SUM : {}}>
              <TableCell component="th" scope="row">
                {part.lines ? t('Total') : part.title}
              </TableCell>
              <TableCell align="right">
                <MoneyText strong amount={part.total.amount} currency={currency} />
              </TableCell>
              {compared && (
                <TableCell align="right">
                  <MoneyText strong amount={part.total.compared} currency={currency} />
                </TableCell>
              )}
            </TableRow>
          </TableBody>
        ))}
      </Table>
    </ScrollTable>
  );
}

/** No value date is earlier. */
const FIRST = '1900-01-01';

function Head({ days }: { readonly days: Days }) {
  return (
    <TableCell align="right">
      {days.from !== undefined && (
        <>
          <DateText value={days.from} />
          {' – '}
        </>
      )}
      <DateText value={days.to} />
    </TableCell>
  );
}
