import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { AddPasskeyDialog } from '@/features/identity/components/add-passkey-dialog';
import { PasskeyList } from '@/features/identity/components/passkey-list';
import { RecoveryCodes } from '@/features/identity/components/recovery-codes';
import { RenamePasskeyDialog } from '@/features/identity/components/rename-passkey-dialog';
import { $api, api, type Schema } from '@/lib/api/client';

/** One's own passkeys: making one, naming it, taking it away. */
export function Passkeys({ onKept }: { readonly onKept?: () => void }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const queries = useQueryClient();
  const query = useQuery($api.queryOptions('get', '/api/profile/passkeys'));
  const [adding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<Schema<'Passkey'>>();
  const [codes, setCodes] = useState<readonly string[]>();
  const remove = useMutation({
    mutationFn: ({ id }: Schema<'Passkey'>) => api.DELETE('/api/profile/passkeys/{id}', { params: { path: { id } } }),
    onSuccess: () => notify(t('The passkey opens nothing any more. Remove it from your device too.')),
  });
  const renew = () => void queries.invalidateQueries().then(onKept);
  const added = ({ recoveryCodes }: Schema<'PasskeyAdded'>) => {
    setAdding(false);
    // What stands above says at once that there is a second factor; the rest waits, so that the codes stay.
    void queries.invalidateQueries({ queryKey: ['get', '/api/profile/second-factor'] });
    // The notice would lie over the codes, which are shown this once.
    if (recoveryCodes.length > 0) setCodes(recoveryCodes);
    else done();
  };
  const done = () => {
    setCodes(undefined);
    notify(t('You can sign in with this passkey now.'));
    renew();
  };
  return (
    <Section title={t('Passkeys')}>
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} onKept={done} />
      ) : (
        <QueryView query={query} lines={2}>
          {({ items, available, whyNot }) => (
            <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
              <span>
                {t('A passkey signs you in with a finger, a face or a PIN of your device, and is a second factor too.')}
              </span>
              {items.length > 0 && (
                <PasskeyList items={items} busy={remove.isPending} onRename={setRenamed} onRemove={remove.mutate} />
              )}
              {available ? (
                <Button variant={items.length > 0 ? 'outlined' : 'contained'} onClick={() => setAdding(true)}>
                  {t('Add a passkey')}
                </Button>
              ) : (
                <span>{whyNot}</span>
              )}
            </Stack>
          )}
        </QueryView>
      )}
      <ProblemAlert error={remove.error} />
      {adding && <AddPasskeyDialog onAdded={added} onClose={() => setAdding(false)} />}
      {renamed && (
        <RenamePasskeyDialog
          passkey={renamed}
          onRenamed={() => {
            setRenamed(undefined);
            renew();
          }}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </Section>
  );
}
