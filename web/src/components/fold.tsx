import ExpandIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import { useState, type ReactNode } from 'react';

type Props = {
  readonly title: string;
  /** Something in it is refused: it stays open until that is mended. */
  readonly isRefused?: boolean;
  readonly children: ReactNode;
};

/** What few people ask, folded away under its title. */
export function Fold({ title, isRefused = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Accordion
      disableGutters
      elevation={0}
      expanded={isOpen || isRefused}
      onChange={(_, open) => setOpen(open)}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>{title}</AccordionSummary>
      <AccordionDetails sx={{ display: 'grid', gap: 2 }}>{children}</AccordionDetails>
    </Accordion>
  );
}
