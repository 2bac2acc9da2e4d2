import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { howToPayQuery } from '@/features/payment/api/how-to-pay';

/** How a borrower pays on a loan, in the lender's words; nothing where there are none. */
export function HowToPay({ loanNumber }: { readonly loanNumber: string }) {
  const { t } = useTranslation();
  const region = useId();
  const [isOpen, setIsOpen] = useState(false);
  const text = useQuery(howToPayQuery()).data?.data.text;
  if (!text) return null;
  return (
    <Box sx={{ mb: 2.5 }}>
      <Button
        variant="contained"
        aria-expanded={isOpen}
        aria-controls={isOpen ? region : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('Pay now')}
      </Button>
      {isOpen && (
        <Box id={region} role="region" aria-label={t('How to pay')} sx={{ mt: 1.5 }}>
          <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{text.replaceAll('{loan}', loanNumber)}</Box>
          {!text.includes('{loan}') && (
            <Box sx={{ mt: 1 }}>
              {t('Name the number of the loan:')} <strong>{loanNumber}</strong>
            </Box>
          )}
        </Box>
      )}
    </Box>
  );
}
