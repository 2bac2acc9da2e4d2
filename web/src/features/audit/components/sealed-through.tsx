import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { useNumberText } from '@/components/use-number-text';
import { $api } from '@/lib/api/client';

const ASK_EVERY_MS = 10_000;

/** How far the chain of hashes goes, with the head that an auditor keeps elsewhere. */
export function SealedThrough() {
  const { t } = useTranslation();
  const number = useNumberText();
  const { data: chain } = $api.useQuery('get', '/api/audit/seal', {}, { refetchInterval: ASK_EVERY_MS });
  if (!chain?.sealedAt || !chain.head) return null;
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {t('Sealed through')} <MomentText value={chain.sealedAt} /> · {t('head')} <code>{chain.head}</code>
      {chain.waiting > 0 && <> · {t('{{records}} records wait for their seal', { records: number(chain.waiting) })}</>}
      {chain.signed && (
        <>
          {' '}
          · {t('seal {{seal}} was signed on the business day', { seal: number(chain.signed.seal) })}{' '}
          <DateText value={chain.signed.businessDate} /> {t('with key')}{' '}
          <code title={chain.signed.publicKey}>{chain.signed.keyName}</code>
        </>
      )}
    </Typography>
  );
}
