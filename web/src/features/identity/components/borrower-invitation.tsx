import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { useProblemText } from '@/components/problem-text';
import { Section } from '@/components/section';
import { AcceptLink } from '@/features/identity/components/accept-link';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import { useMay } from '@/lib/profile';

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
  const notify = useNotice();
  const words = useProblemText();
  const params = { path: { id: borrower.id } };
  // Whoever is invited already is offered the same again: the first mail may be lost.
  const [isInvited, setInvited] = useState(false);
  const invite = useMutation({
    mutationFn: () =>
      read(
        isInvited
          ? api.POST('/api/borrowers/{id}/invitation/resend', { params })
          : api.POST('/api/borrowers/{id}/invitation', { params }),
      ),
    onSuccess: ({ acceptUrl }) => {
      if (!acceptUrl) notify(t('The invitation is on its way.'));
    },
    onError: (error) => {
      setInvited(error instanceof ApiProblem && error.code === 'invitation-open');
      notify(words(error), 'error');
    },
  });
  const link = invite.data?.acceptUrl;
  return (
    <Section title={t('Account')}>
      {link ? (
        <AcceptLink link={link} />
      ) : (
        <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
          <Typography>
            {borrower.email
              ? t('With an account of their own, borrowers see their loans, apply and add papers.')
              : t('There is no account. To invite to one, write down an e-mail address first.')}
          </Typography>
          {borrower.email && !invite.data && (
            <Button variant="outlined" onClick={() => invite.mutate()} loading={invite.isPending}>
              {isInvited ? t('Send the invitation again') : t('Invite to an account')}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
}
