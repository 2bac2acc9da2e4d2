import RemoveIcon from '@mui/icons-material/Close';
import IconButton from '@mui/material/IconButton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { rhythmText } from '@/components/rhythm';
import { ScrollTable } from '@/components/scroll-table';
import { Section } from '@/components/section';
import { scheduleQuery, type Calculation } from '@/features/product/api/calculate-schedule';

/** Offers side by side: what each costs a month, in all, and by the year. */
export function Comparison({
  offers,
  onRemove,
}: {
  readonly offers: readonly Calculation[];
  readonly onRemove: (index: number) => void;
}) {
  const { t } = useTranslation();
  const answers = useQueries({ queries: offers.map((offer) => scheduleQuery(offer)) });
  return (
    <Section title={t('Compared')} flush>
      <ScrollTable label={t('Compared')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('Offer')}</TableCell>
              <TableCell>{t('Terms')}</TableCell>
              <TableCell align="right">{t('Installment')}</TableCell>
              <TableCell align="right">{t('To repay')}</TableCell>
              <TableCell align="right">{t('APR')}</TableCell>
              <TableCell align="right">{t('Remove')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {offers.map((offer, index) => {
              const schedule = answers[index]?.data;
              return (
                <TableRow key={index}>
                  <TableCell>
                    <MoneyText strong amount={offer.principal} currency={offer.currency} />
                  </TableCell>
                  <TableCell>
                    {`${offer.annualRate} %, ${rhythmText(offer, t)}, ${t(labelOf(offer.amortization)).toLowerCase()}`}
                  </TableCell>
                  <TableCell align="right">
                    <MoneyText amount={schedule?.installment} currency={offer.currency} />
                  </TableCell>
                  <TableCell align="right">
                    <MoneyText amount={schedule?.totals?.due} currency={offer.currency} />
                  </TableCell>
                  <TableCell align="right">{schedule?.apr ? `${schedule.apr} %` : '–'}</TableCell>
                  <TableCell align="right">
                    <IconButton
                      size="small"
                      onClick={() => onRemove(index)}
                      aria-label={t('Remove offer {{number}}', { number: index + 1 })}
                    >
                      <RemoveIcon fontSize="small" />
                    </IconButton>
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </ScrollTable>
    </Section>
  );
}
