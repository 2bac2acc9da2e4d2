import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { TextLink } from '@/components/text-link';
import { relationLabel } from '@/features/borrower/relations';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

export type Relative = Schema<'Relative'>;

type Props = {
  readonly items: readonly Relative[];
  /** Whose name leads a line: the other side is known from the page. */
  readonly named: 'userName' | 'borrowerName';
  readonly empty: ReactNode;
  readonly mayEnd?: (relative: Relative) => boolean;
  readonly onEnd?: (relative: Relative) => void;
};

const SMALL = { color: 'text.secondary', fontSize: '0.875rem' };

/** What is and was declared, with who said so and why. */
export function RelativeLines({ items, named, empty, mayEnd, onEnd }: Props) {
  const { t } = useTranslation();
  if (items.length === 0) return empty;
  return (
    <Box component="ul" aria-label={t('Relatives')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((each) => (
        <Box
          component="li"
          key={each.id}
          sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
        >
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            {named === 'borrowerName' ? (
              <TextLink to={paths.borrower(each.borrowerId)}>{each.borrowerName}</TextLink>
            ) : (
              <strong>{each.userName}</strong>
            )}
            <span>{t(relationLabel(each.relation))}</span>
            {!each.endedAt && onEnd && mayEnd?.(each) && (
              <Button size="small" color="inherit" onClick={() => onEnd(each)} sx={{ ml: 'auto' }}>
                {t('End')}
              </Button>
            )}
          </Box>
          <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{each.reason}</Box>
          <Box sx={SMALL}>
            {t('Declared by {{name}}', { name: each.declaredBy })} · <MomentText value={each.declaredAt} />
          </Box>
          {each.endedAt && (
            <Box sx={SMALL}>
              {t('Ended by {{name}}', { name: each.endedBy })} · <MomentText value={each.endedAt} />: {each.endedReason}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}
