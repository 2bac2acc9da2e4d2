import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { exactText } from '@/components/exact-text';
import { plainWords } from '@/components/plain-problems';
import type { Asked, Explanation } from '@/lib/api/explain';
import { useRegion } from '@/lib/profile';

type Props = {
  readonly parts: readonly Explanation[];
  readonly label: string;
  /** Digits of the smallest coin; amounts that are not rounded yet show more. */
  readonly decimals: number;
  /** Asks for a figure that a part refers to. */
  readonly onAsk: (asked: Asked) => void;
};

const LIST = { m: 0, pl: 0, listStyle: 'none' } as const;
const INNER = { ...LIST, pl: 2, borderLeft: 1, borderColor: 'divider', mt: 0.5 } as const;

/** The parts that add up to a figure, each with its rule in words; parts of parts stand below them. */
export function ExplanationTree({ parts, label, decimals, onAsk }: Props) {
  return (
    <Box component="ul" aria-label={label} sx={LIST}>
      {parts.map((part, index) => (
        <Part key={index} part={part} decimals={decimals} onAsk={onAsk} />
      ))}
    </Box>
  );
}

function Part({
  part,
  decimals,
  onAsk,
}: {
  readonly part: Explanation;
  readonly decimals: number;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const asks = part.asks;
  return (
    <Box component="li" sx={{ py: 0.75 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {plainWords(part.sentence, locale)}
          {asks && (
            <Button size="small" onClick={() => onAsk(asks)} sx={{ ml: 0.5, minWidth: 0, py: 0 }}>
              {t('Why?')}
            </Button>
          )}
        </Box>
        <Box sx={{ fontVariantNumeric: 'tabular-nums lining-nums', whiteSpace: 'nowrap' }}>
          {exactText(part.amount, locale, decimals)}
        </Box>
      </Box>
      {part.parts.length > 0 && (
        <Box component="ul" sx={INNER}>
          {part.parts.map((inner, index) => (
            <Part key={index} part={inner} decimals={decimals} onAsk={onAsk} />
          ))}
        </Box>
      )}
    </Box>
  );
}
