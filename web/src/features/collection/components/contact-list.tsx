import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { api, read, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Of = { readonly loanId: string } | { readonly borrowerId: string };

/** What was said and promised, the last contact first: about one loan, or with a borrower about any. */
export function ContactList({
  of,
  onCancel,
}: {
  readonly of: Of;
  readonly onCancel?: (promise: Schema<'Promise'>) => void;
}) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['contacts', of],
    queryFn: ({ pageParam, signal }) => {
      const page = { cursor: pageParam, limit: 50 };
      return 'loanId' in of
        ? read(api.GET('/api/loans/{id}/contacts', { params: { path: { id: of.loanId }, query: page }, signal }))
        : read(
            api.GET('/api/borrowers/{id}/contacts', { params: { path: { id: of.borrowerId }, query: page }, signal }),
          );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <QueryView query={query}>
      {({ pages }) =>
        pages[0]?.items.length === 0 ? (
          <EmptyState slim title={t('No contact yet')}>
            {t('What is said with the borrower about late payments is kept here.')}
          </EmptyState>
        ) : (
          <>
            <Box component="ul" aria-label={t('Contacts')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {pages
                .flatMap(({ items }) => items)
                .map((contact) => (
                  <Line key={contact.id} contact={contact} namesLoan={'borrowerId' in of} onCancel={onCancel} />
                ))}
            </Box>
            {query.hasNextPage && (
              <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                {t('Show more')}
              </Button>
            )}
          </>
        )
      }
    </QueryView>
  );
}

type LineProps = {
  readonly contact: Schema<'Contact'>;
  readonly namesLoan: boolean;
  readonly onCancel: ((promise: Schema<'Promise'>) => void) | undefined;
};

function Line({ contact, namesLoan, onCancel }: LineProps) {
  const { t } = useTranslation();
  const { promise } = contact;
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <DateText value={contact.on} />
        <Box sx={{ fontWeight: 600 }}>
          {t(labelOf(contact.channel))}: {t(labelOf(contact.result))}
        </Box>
        {contact.person && <span>{contact.person}</span>}
        {namesLoan && <TextLink to={paths.loan(contact.loanId)}>{contact.loanNumber}</TextLink>}
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{contact.by}</Box>
      </Box>
      {promise && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
          <MoneyText strong amount={promise.amount} currency={promise.currency} />
          <span>
            {t('by')} <DateText value={promise.on} />
          </span>
          <StatusChip status={promise.state} />
          {promise.state === 'OPEN' && onCancel && (
            <Button size="small" color="inherit" onClick={() => onCancel(promise)}>
              {t('Cancel the promise')}
            </Button>
          )}
          {promise.reason && <span>{promise.reason}</span>}
        </Box>
      )}
      {contact.note && <Box sx={{ mt: 0.5, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{contact.note}</Box>}
    </Box>
  );
}
