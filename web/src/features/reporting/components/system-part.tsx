import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { QueryView } from '@/components/query-view';
import { BackedUp } from '@/features/reporting/components/backed-up';
import { Part } from '@/features/reporting/components/part';
import { Tiles } from '@/features/reporting/components/tiles';
import { Verified } from '@/features/reporting/components/verified';
import { $api } from '@/lib/api/client';
import { useRegion } from '@/lib/profile';

const AGAIN_MS = 30_000;

/** How the program itself does; asked for again by itself. */
export function SystemPart() {
  const { t } = useTranslation();
  const { currency, today } = useRegion();
  const query = useQuery({ ...$api.queryOptions('get', '/api/dashboards/system'), refetchInterval: AGAIN_MS });
  return (
    <Part title={t('The program')}>
      <QueryView query={query} lines={4}>
        {({ at, tiles, closedDay, leftOut, backup, verified }) => (
          <>
            <Tiles tiles={tiles} asOf={today} currency={currency} />
            <Box sx={{ color: 'text.secondary' }}>
              <Box>
                {t('As of')} <MomentText value={at} />
              </Box>
              <Box>
                {closedDay ? (
                  <>
                    {t('Day closed last')}: <DateText value={closedDay} />.{' '}
                  </>
                ) : (
                  <>{t('No day was closed yet.')} </>
                )}
                {leftOut > 0 && t('Loans that could not be worked out: {{leftOut}}.', { leftOut })}
              </Box>
              <Verified last={verified} />
              <BackedUp backup={backup} at={at} />
            </Box>
          </>
        )}
      </QueryView>
    </Part>
  );
}
