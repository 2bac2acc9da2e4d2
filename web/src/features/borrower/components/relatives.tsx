import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import {
  DeclareOwnRelativeDialog,
  DeclareRelativeDialog,
} from '@/features/borrower/components/declare-relative-dialog';
import { EndRelativeDialog } from '@/features/borrower/components/end-relative-dialog';
import { RelativeLines, type Relative } from '@/features/borrower/components/relative-lines';
import { api, read } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';

/** Who of the staff is declared as a borrower's relative, to see and to keep. */
export function Relatives({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const me = useProfile().id;
  const [declaring, setDeclaring] = useState(false);
  const [ending, setEnding] = useState<Relative>();
  const query = useInfiniteQuery({
    queryKey: ['relatives', borrowerId],
    queryFn: ({ pageParam }) =>
      read(
        api.GET('/api/borrowers/{id}/relatives', {
          params: { path: { id: borrowerId }, query: { cursor: pageParam, limit: 25 } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const keeps = may('relative.keep');
  return (
    <Section
      title={t('Relatives among the staff')}
      action={
        keeps && (
          <Button size="small" onClick={() => setDeclaring(true)}>
            {t('Declare a relative')}
          </Button>
        )
      }
    >
      <QueryView query={query} lines={1}>
        {({ pages }) => (
          <RelativeLines
            items={pages.flatMap(({ items }) => items)}
            named="userName"
            mayEnd={(relative) => keeps && relative.userId !== me}
            onEnd={setEnding}
            empty={
              <EmptyState slim title={t('None is declared')}>
                {t('Who is declared here decides nothing about the loans of this borrower.')}
              </EmptyState>
            }
          />
        )}
      </QueryView>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('Show more')}
        </Button>
      )}
      {declaring && <DeclareRelativeDialog borrowerId={borrowerId} onClose={() => setDeclaring(false)} />}
      {ending && <EndRelativeDialog relative={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

/** The borrowers who are declared as relatives of whoever is signed in. */
export function OwnRelatives() {
  const { t } = useTranslation();
  const may = useMay();
  const profile = useProfile();
  const [declaring, setDeclaring] = useState(false);
  const isStaff = profile.role !== 'BORROWER';
  const query = useInfiniteQuery({
    queryKey: ['relatives', 'own'],
    queryFn: ({ pageParam }) =>
      read(api.GET('/api/profile/relatives', { params: { query: { cursor: pageParam, limit: 25 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: isStaff,
  });
  if (!isStaff) return null;
  return (
    <Section
      title={t('Relatives who borrow')}
      action={
        may('borrower.view') && (
          <Button size="small" onClick={() => setDeclaring(true)}>
            {t('Declare a relative')}
          </Button>
        )
      }
    >
      <QueryView query={query} lines={1}>
        {({ pages }) => (
          <RelativeLines
            items={pages.flatMap(({ items }) => items)}
            named="borrowerName"
            empty={
              <EmptyState slim title={t('None is declared')}>
                {t('Declare borrowers who are your relatives, or yourself: somebody else decides about their loans.')}
              </EmptyState>
            }
          />
        )}
      </QueryView>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t('Show more')}
        </Button>
      )}
      {declaring && <DeclareOwnRelativeDialog onClose={() => setDeclaring(false)} />}
    </Section>
  );
}
