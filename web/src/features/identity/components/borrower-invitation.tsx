import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { AcceptLink } from '@/features/identity/components/accept-link';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { formatMoment } from '@/lib/dates';
import { useMay, useRegion } from '@/lib/profile';

type Props = { readonly borrower: Schema<'Borrower'> };

/** Whether somebody may be asked to make an account: he has none, and whoever looks sees and may change how he is reached. */
function isInvitable({ userId, masked, status }: Schema<'Borrower'>): boolean {
  return !userId && !masked && status !== 'BLOCKED';
}

/** Invites a borrower to an account of his own, where the settings let borrowers have one. */
export function BorrowerInvitation({ borrower }: Props) {
  const may = useMay();
  const isOffered = may('borrower.edit') && may('branch.view') && isInvitable(borrower);
  const organization = useQuery({ ...$api.queryOptions('get', '/api/organization'), enabled: isOffered });
  const registration = organization.data?.registration;
  if (!isOffered || registration === undefined || registration === 'OFF') return null;
  return <Invitation borrower={borrower} />;
}

function Invitation({ borrower }: Props) {
  const { t } = useTranslation();
  const query = useQuery(
    $api.queryOptions('get', '/api/borrowers/{id}/invitation', { params: { path: { id: borrower.id } } }),
  );
  return (
    <Section title={t('Account')}>
      <QueryView query={query} lines={1}>
        {({ items }) => <Standing borrower={borrower} waiting={items[0]} />}
      </QueryView>
    </Section>
  );
}

type StandingProps = Props & { readonly waiting: Schema<'Invitation'> | undefined };

/** Whether a link can still be used goes by where it went: an address that was corrected is not the borrower's. */
function Standing({ borrower, waiting }: StandingProps) {
  const { t } = useTranslation();
  const notify = useNotice();
  const words = useProblemText();
  const params = { path: { id: borrower.id } };
  const isHis = waiting !== undefined && waiting.email.toLowerCase() === borrower.email?.toLowerCase();
  const told = {
    onError: (error: Error) => notify(words(error), 'error'),
  };
  const send = useMutation({
    mutationFn: () =>
      read(
        isHis
          ? api.POST('/api/borrowers/{id}/invitation/resend', { params })
          : api.POST('/api/borrowers/{id}/invitation', { params }),
      ),
    onSuccess: ({ acceptUrl }) => {
      if (!acceptUrl) notify(t('The invitation is on its way.'));
    },
    ...told,
  });
  const takeBack = useMutation({
    mutationFn: () => api.DELETE('/api/borrowers/{id}/invitation', { params }),
    onSuccess: () => {
      send.reset();
      notify(t('The invitation is taken back.'));
    },
    ...told,
  });
  const link = send.data?.acceptUrl;
  const busy = send.isPending || takeBack.isPending;
  return (
    <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
      {link && <AcceptLink link={link} />}
      {waiting && <Invited invitation={waiting} isHis={isHis} />}
      {(!waiting || !borrower.email) && (
        <Typography>
          {borrower.email
            ? t('With an account of their own, borrowers see their loans, apply and add papers.')
            : t('There is no account. To invite to one, write down an e-mail address first.')}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {borrower.email && (
          <Button
            variant="outlined"
            onClick={() => send.mutate()}
            loading={send.isPending}
            disabled={takeBack.isPending}
          >
            {isHis ? t('Send again') : t('Invite to an account')}
          </Button>
        )}
        {waiting && (
          <Button color="error" onClick={() => takeBack.mutate()} loading={takeBack.isPending} disabled={busy}>
            {t('Take back')}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

type InvitedProps = { readonly invitation: Schema<'Invitation'>; readonly isHis: boolean };

function Invited({ invitation, isHis }: InvitedProps) {
  const { t } = useTranslation();
  const { locale, timeZone } = useRegion();
  const moment = (value: string) => formatMoment(value, locale, timeZone);
  const { createdAt, expiresAt, invitedBy: name, email, status } = invitation;
  const until =
    status === 'OPEN' ? t('Open until {{until}}.', { until: moment(expiresAt) }) : t('It was not used in time.');
  return (
    <Typography>
      {t('Invited on {{day}} by {{name}}.', { day: moment(createdAt), name })}{' '}
      {isHis ? until : t('The link went to {{email}} and does not work any more.', { email })}
    </Typography>
  );
}
