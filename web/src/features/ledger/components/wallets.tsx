import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { OpenWalletDialog } from '@/features/ledger/components/open-wallet-dialog';
import { PayOutDialog } from '@/features/ledger/components/pay-out-dialog';
import { TopUpDialog, type Wallet } from '@/features/ledger/components/top-up-dialog';
import { WalletHistory } from '@/features/ledger/components/wallet-history';
import { $api } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** What is held for a borrower, one wallet a currency. */
export function Wallets({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const [funded, setFunded] = useState<Wallet>();
  const [paidOut, setPaidOut] = useState<Wallet>();
  const [shown, setShown] = useState<Wallet>();
  const [isOpening, setOpening] = useState(false);
  const query = useQuery($api.queryOptions('get', '/api/wallets', { params: { query: { borrowerId } } }));
  return (
    <Section title={t('Wallet')}>
      <QueryView query={query} lines={1}>
        {(wallets) =>
          wallets.items.length === 0 ? (
            <EmptyState
              slim
              title={t('Nothing is held')}
              action={
                may('wallet.transfer') && (
                  <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setOpening(true)}>
                    {t('Open a wallet')}
                  </Button>
                )
              }
            >
              {t('What somebody pays too much is kept here.')}
            </EmptyState>
          ) : (
            wallets.items.map((wallet) => (
              <Box key={wallet.id} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', py: 0.5 }}>
                <Box sx={{ flex: 1 }}>
                  <MoneyText strong amount={wallet.balance} currency={wallet.currency} />
                </Box>
                <Button
                  size="small"
                  color="inherit"
                  onClick={() => setShown(wallet)}
                  aria-label={t('Put in and paid out, {{currency}}', { currency: wallet.currency })}
                >
                  {t('Put in and paid out')}
                </Button>
                {may('wallet.transfer') && Number(wallet.balance) > 0 && (
                  <Button
                    size="small"
                    color="inherit"
                    onClick={() => setPaidOut(wallet)}
                    aria-label={t('Pay out, {{currency}}', { currency: wallet.currency })}
                  >
                    {t('Pay out')}
                  </Button>
                )}
                {may('wallet.transfer') && (
                  <Button
                    size="small"
                    onClick={() => setFunded(wallet)}
                    aria-label={t('Put money in, {{currency}}', { currency: wallet.currency })}
                  >
                    {t('Put money in')}
                  </Button>
                )}
              </Box>
            ))
          )
        }
      </QueryView>
      {isOpening && <OpenWalletDialog borrowerId={borrowerId} onClose={() => setOpening(false)} />}
      {shown && <WalletHistory wallet={shown} onClose={() => setShown(undefined)} />}
      {paidOut && <PayOutDialog wallet={paidOut} onClose={() => setPaidOut(undefined)} />}
      {funded && <TopUpDialog wallet={funded} onClose={() => setFunded(undefined)} />}
    </Section>
  );
}
