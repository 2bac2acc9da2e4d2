import CloseIcon from '@mui/icons-material/ExpandLess';
import OpenIcon from '@mui/icons-material/ExpandMore';
import IconButton from '@mui/material/IconButton';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, type Fact } from '@/components/facts';

type Props = {
  /** What tells the row from the others, for those who hear it. */
  readonly name: string | number;
  /** How many columns the table has, the button's included. */
  readonly width: number;
  readonly details: readonly Fact[];
  readonly sx: Readonly<Record<string, object>>;
  readonly children: ReactNode;
};

/** A row of a table that is too wide for the screen: what did not fit is unfolded below it. */
export function FoldedRow({ name, width, details, sx, children }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const below = useId();
  return (
    <>
      <TableRow sx={isOpen ? { ...sx, '& > td': { borderBottom: 0 } } : sx}>
        <TableCell sx={{ width: 36 }}>
          <IconButton
            size="small"
            aria-label={t('All of row {{name}}', { name })}
            aria-expanded={isOpen}
            aria-controls={below}
            onClick={() => setOpen(!isOpen)}
            sx={{ my: -0.75 }}
          >
            {isOpen ? <CloseIcon fontSize="small" /> : <OpenIcon fontSize="small" />}
          </IconButton>
        </TableCell>
        {children}
      </TableRow>
      {isOpen && (
        <TableRow id={below}>
          <TableCell colSpan={width} sx={{ pb: 2 }}>
            <Facts width={96} facts={details} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
