import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { CancelPromiseDialog } from '@/features/collection/components/cancel-promise-dialog';
import { ContactDialog } from '@/features/collection/components/contact-dialog';
import { ContactList } from '@/features/collection/components/contact-list';
import { $api, api, read } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** Whose work a loan is, what is next, and what was said so far. */
export function CollectionPanel({ loanId, isOwing }: { readonly loanId: string; readonly isOwing: boolean }) {
  const { t } = useTranslation();
  const mayLog = useMay()('collection.promise') && isOwing;
  const [dialog, setDialog] = useState<'contact' | { promise: string }>();
  const path = { id: loanId };
  const query = useQuery($api.queryOptions('get', '/api/loans/{id}/collection', { params: { path } }));
  const clear = useMutation({
    mutationFn: () => read(api.DELETE('/api/loans/{id}/next-action', { params: { path } })),
  });
  const next = query.data?.work?.nextAction;
  return (
    <Section
      title={t('Arrears work')}
      action={
        mayLog && (
          <Stack direction="row" sx={{ gap: 1 }}>
            {next && (
              <Button color="inherit" loading={clear.isPending} onClick={() => clear.mutate()}>
                {t('Drop the plan')}
              </Button>
            )}
            <Button variant="outlined" disabled={query.data === undefined} onClick={() => setDialog('contact')}>
              {t('Log a contact')}
            </Button>
          </Stack>
        )
      }
    >
      <QueryView query={query}>
        {({ work, amount, currency, daysPastDue }) => (
          <Stack sx={{ gap: 2 }}>
            <Facts
              facts={[
                [t('Past due'), <MoneyText key="a" strong amount={amount} currency={currency} />],
                [t('Days late'), daysPastDue],
                [t('Whose work'), work?.assigneeName ?? t('Nobody')],
                [t('Last contact'), work?.contactedOn && <DateText key="c" value={work.contactedOn} />],
                [
                  t('What is next'),
                  next && (
                    <span key="n">
                      {t(labelOf(next.kind))}, <DateText value={next.on} /> {next.note}
                    </span>
                  ),
                ],
              ]}
            />
            <ContactList
              of={{ loanId }}
              {...(mayLog && { onCancel: ({ id }: { id: string }) => setDialog({ promise: id }) })}
            />
          </Stack>
        )}
      </QueryView>
      {dialog === 'contact' && query.data && <ContactDialog loan={query.data} onClose={() => setDialog(undefined)} />}
      {typeof dialog === 'object' && <CancelPromiseDialog id={dialog.promise} onClose={() => setDialog(undefined)} />}
    </Section>
  );
}
