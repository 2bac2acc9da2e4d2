import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { FormText } from '@/components/form/form-text';
import { useMay, useProfile } from '@/lib/profile';

/** The day from which something counts: an earlier one for whoever may go back in time. */
export function ValueDateField({ min }: { readonly min?: string | null | undefined }) {
  const { t } = useTranslation();
  const { businessDate } = useProfile().organization;
  const mayGoBack = useMay()('payment.backdate');
  return (
    <FormText<{ on: string }>
      name="on"
      label={t('Counts from')}
      type="date"
      min={min ?? undefined}
      max={businessDate}
      disabled={!mayGoBack}
      help={
        mayGoBack ? (
          t('On an earlier date all that came after it is worked out again.')
        ) : (
          <Readable text={t('The business date.')} />
        )
      }
      required
    />
  );
}

/** What is said of a field that cannot be changed is not as pale as the field. */
function Readable({ text }: { readonly text: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  );
}
