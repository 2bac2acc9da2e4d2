import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { EraseDialog } from '@/features/borrower/components/erase-dialog';
import { $api } from '@/lib/api/client';
import { saveFile } from '@/lib/api/files';
import { formatDate, formatMoment } from '@/lib/dates';
import { useMay, useRegion } from '@/lib/profile';

const RULES: Readonly<Record<string, string>> = {
  'borrower-erased': 'This borrower is erased. The number, the loans and the books stay.',
  'loan-open': 'Cannot be erased: a loan is applied for, approved or not paid back.',
  'wallet-not-empty': 'Cannot be erased: the wallet holds money.',
};

/** What a person may ask for: all that is kept, and that it be forgotten. */
export function PersonalData({ borrower }: { readonly borrower: Borrower }) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const words = useProblemText();
  const [saving, setSaving] = useState(false);
  const save = () => {
    setSaving(true);
    saveFile(`/api/borrowers/${borrower.id}/personal-data`, `personal-data-${borrower.number}.zip`)
      .catch((error: unknown) => notify(words(error), 'error'))
      .finally(() => setSaving(false));
  };
  return (
    <Section title={t('Personal data')}>
      <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
        {may('borrower.export') && (
          <>
            <Typography>
              {t(
                'One file with all that is kept: particulars, loans, payments, contacts, documents and the audit trail.',
              )}
            </Typography>
            <Button variant="outlined" onClick={save} loading={saving}>
              {t('Download all data')}
            </Button>
          </>
        )}
        {may('borrower.erase') && <Erasure borrower={borrower} />}
      </Stack>
    </Section>
  );
}

function Erasure({ borrower }: { readonly borrower: Borrower }) {
  const { t } = useTranslation();
  const region = useRegion();
  const [asking, setAsking] = useState(false);
  const query = useQuery(
    $api.queryOptions('get', '/api/borrowers/{id}/erasure', { params: { path: { id: borrower.id } } }),
  );
  return (
    <QueryView query={query} lines={1}>
      {({ rule, erasedAt, retainedUntil }) => (
        <>
          {!rule ? (
            <>
              <Typography>{t('What says who this is can be erased; that cannot be undone.')}</Typography>
              <Button color="error" variant="outlined" onClick={() => setAsking(true)}>
                {t('Erase personal data')}
              </Button>
            </>
          ) : (
            <Typography>
              {rule === 'retention-runs' && retainedUntil
                ? t('The books have to be kept with the name until {{day}}.', {
                    day: formatDate(retainedUntil, region.locale),
                  })
                : t(RULES[rule] ?? rule)}{' '}
              {erasedAt && formatMoment(erasedAt, region.locale, region.timeZone)}
            </Typography>
          )}
          {asking && <EraseDialog borrower={borrower} onClose={() => setAsking(false)} />}
        </>
      )}
    </QueryView>
  );
}
