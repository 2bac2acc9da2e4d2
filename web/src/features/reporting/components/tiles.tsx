import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { moneyText } from '@/components/money-text';
import { useNumberText } from '@/components/use-number-text';
import { Figure } from '@/features/reporting/components/figure';
import { tileWords } from '@/features/reporting/components/tile-words';
import type { Schema } from '@/lib/api/client';
import { addDays } from '@/lib/dates';
import { useRegion } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';

type Tile = Schema<'DashboardTile'>;
type Props = {
  readonly tiles: readonly Tile[];
  readonly asOf: string;
  readonly currency: string;
  /** Whose loans the figures are of, where not of all within reach. */
  readonly officer?: string;
};

/** Figures of a day beside those of the day before and of a week before. */
export function Tiles({ tiles, asOf, currency, officer }: Props) {
  const { t } = useTranslation();
  const { locale, currency: own } = useRegion();
  const number = useNumberText();
  const mayOpen = useMayOpen();
  const words = tileWords(t, {
    asOf,
    from: addDays(asOf, -29),
    currency: currency === own ? undefined : currency,
    officer,
  });
  // A newer server may tell of a figure that this page does not know yet.
  const known = tiles.filter(({ of }) => Object.hasOwn(words, of));
  const text = (unit: Tile['unit'], value: string) => {
    if (unit === 'MONEY') return moneyText(value, currency, locale);
    return unit === 'PERCENT' ? `${value} %` : number(Number(value));
  };
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2.5,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' },
        fontVariantNumeric: 'tabular-nums lining-nums',
      }}
    >
      {known.map(({ of, unit, value, yesterday, lastWeek, target }) => (
        <Figure
          key={of}
          label={words[of].label}
          how={words[of].how}
          {...(mayOpen(words[of].to) && { to: words[of].to })}
          value={text(unit, value)}
          note={[
            ...(typeof target === 'string' ? [t('of {{figure}} due', { figure: text(unit, target) })] : []),
            ...(typeof yesterday === 'string' ? [t('Yesterday {{figure}}', { figure: text(unit, yesterday) })] : []),
            ...(typeof lastWeek === 'string' ? [t('a week ago {{figure}}', { figure: text(unit, lastWeek) })] : []),
          ].join(', ')}
        />
      ))}
    </Box>
  );
}
