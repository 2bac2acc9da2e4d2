import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/components/query-view';
import { ControlsPart } from '@/features/reporting/components/controls-part';
import { MoneyPart } from '@/features/reporting/components/money-part';
import { OfficersPart } from '@/features/reporting/components/officers-part';
import { Part } from '@/features/reporting/components/part';
import { SystemPart } from '@/features/reporting/components/system-part';
import { Tiles } from '@/features/reporting/components/tiles';
import { $api } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';

/** What is on the dashboard beside the portfolio: each part for those whose permissions open it. */
export function RoleParts({ currency }: { readonly currency: string }) {
  const may = useMay();
  const { permissions } = useProfile();
  return (
    <Stack sx={{ gap: 4, mt: 4 }}>
      <TodayPart currency={currency} />
      {permissions?.['dashboard.view'] !== 'OWN' && <OwnPart currency={currency} />}
      <OfficersPart currency={currency} />
      {may('ledger.view') && <MoneyPart currency={currency} />}
      {may('audit.view') && <ControlsPart />}
      {permissions?.['job.view'] === 'ORGANIZATION' && <SystemPart />}
    </Stack>
  );
}

/** What there is to do on one's own loans, for whoever has some and sees those of others beside. */
function OwnPart({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const { id } = useProfile();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/dashboards/own', { params: { query: { currency } } }),
    placeholderData: keepPreviousData,
  });
  const tiles = query.data?.tiles ?? [];
  if (!query.isError && tiles.length === 0) return null;
  return (
    <Part title={t('My work')} asOf={query.data?.asOf}>
      <QueryView query={query} lines={4}>
        {(own) => <Tiles tiles={own.tiles} asOf={own.asOf} currency={own.currency} officer={id} />}
      </QueryView>
    </Part>
  );
}

function TodayPart({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/dashboards/today', { params: { query: { currency } } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Part title={t('Today')} asOf={query.data?.asOf}>
      <QueryView query={query} lines={4}>
        {(today) => <Tiles tiles={today.tiles} asOf={today.asOf} currency={today.currency} />}
      </QueryView>
    </Part>
  );
}
