import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '@/components/scroll-table';
import type { Schema } from '@/lib/api/client';

/** The classes, to read. */
export function ClassesTable({ classes }: { readonly classes: readonly Schema<'ArrearsClass'>[] }) {
  const { t } = useTranslation();
  return (
    <ScrollTable label={t('Arrears classes')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('Name')}</TableCell>
            <TableCell align="right">{t('From day')}</TableCell>
            <TableCell>{t('Non-performing')}</TableCell>
            <TableCell>{t('Marks default')}</TableCell>
            <TableCell align="right">{t('Set aside')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {classes.map((each) => (
            <TableRow key={each.code}>
              <TableCell>{each.name}</TableCell>
              <TableCell align="right">{each.fromDay}</TableCell>
              <TableCell>{each.nonPerforming ? t('Yes') : t('No')}</TableCell>
              <TableCell>{each.marksDefault ? t('Yes') : t('No')}</TableCell>
              <TableCell align="right">{each.provisionPercent} %</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
