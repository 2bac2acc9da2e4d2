import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CodeDialog } from '@/features/identity/components/code-dialog';
import { PasskeyButton } from '@/features/identity/components/passkey-button';
import { confirmByPasskey } from '@/features/identity/passkey';
import { $api, api } from '@/lib/api/client';

/** Asks for the second factor once more, since something critical is to be done. */
export function AskedAgain({ onEnd }: { readonly onEnd: (isShown: boolean) => void }) {
  const { t } = useTranslation();
  const passkeys = useQuery($api.queryOptions('get', '/api/profile/second-factor'));
  return (
    <CodeDialog
      title={t('Is it you?')}
      submitLabel={t('Confirm')}
      send={async (code) => {
        await api.POST('/api/profile/confirm', { body: { code } });
        onEnd(true);
      }}
      onClose={() => onEnd(false)}
    >
      {t('This is critical, so it asks for your second factor again. You are not asked for the next 15 minutes.')}
      {(passkeys.data?.passkeys ?? 0) > 0 && (
        <PasskeyButton
          label={t('Use a passkey')}
          show={async () => {
            if (await confirmByPasskey()) onEnd(true);
          }}
        />
      )}
    </CodeDialog>
  );
}
