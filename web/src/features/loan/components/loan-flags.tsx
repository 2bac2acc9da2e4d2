import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { flagsQuery } from '@/features/loan/api/get-loan';
import { codeOf } from '@/features/loan/flags';
import type { Schema } from '@/lib/api/client';

/** The flags that a loan has and had, with who said so and why; nothing where there was none. */
export function LoanFlags({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const query = useQuery(flagsQuery(loanId));
  if (query.isError) return <QueryView query={query}>{() => null}</QueryView>;
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('Flags')}>
      <Stack component="ul" sx={{ gap: 1.5, m: 0, p: 0, listStyle: 'none' }}>
        {items.map((each) => (
          <Box component="li" key={`${each.flag} ${each.set.at}`}>
            <StatusChip status={codeOf(each.flag)} tone={each.lifted ? 'neutral' : 'warning'} />
            <Turn words={t('set')} turn={each.set} />
            {each.lifted && <Turn words={t('lifted')} turn={each.lifted} />}
          </Box>
        ))}
      </Stack>
    </Section>
  );
}

function Turn({ words, turn }: { readonly words: string; readonly turn: Schema<'LoanFlagTurn'> }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
      {words} <DateText value={turn.on} /> {t('by {{name}}', { name: turn.byName })}: {turn.reason}
    </Box>
  );
}
