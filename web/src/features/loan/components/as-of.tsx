import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, formatDate } from '@/lib/dates';
import { useProfile, useRegion } from '@/lib/profile';

type Props = {
  readonly from: string;
  /** The chosen day; empty for the business date. */
  readonly asOf: string;
  readonly onAsOf: (day: string | undefined) => void;
};

/** Takes a loan back to any day of its life: the slider roughly, the field exactly. */
export function AsOf({ from, asOf, onAsOf }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const { organization } = useProfile();
  const today = organization.businessDate;
  const days = daysBetween(from, today);
  const [dragged, setDragged] = useState<number>();
  if (days <= 0) return null;
  const shown = dragged ?? daysBetween(from, asOf === '' ? today : asOf);
  const choose = (day: string) => onAsOf(day === today ? undefined : day);

  return (
    <Stack
      direction="row"
      className="no-print"
      sx={{ gap: 2.5, alignItems: 'center', flexWrap: 'wrap', '& .MuiSlider-root': { flex: '1 1 200px', mx: 1 } }}
    >
      <Slider
        size="small"
        min={0}
        max={days}
        value={Math.min(Math.max(shown, 0), days)}
        aria-label={t('As of')}
        getAriaValueText={(value) => formatDate(addDays(from, value), locale, 'long')}
        valueLabelDisplay="auto"
        valueLabelFormat={(value) => formatDate(addDays(from, value), locale)}
        onChange={(_, value) => setDragged(value)}
        onChangeCommitted={(_, value) => {
          setDragged(undefined);
          choose(addDays(from, value));
        }}
      />
      <TextField
        type="date"
        size="small"
        fullWidth={false}
        sx={{ width: 170 }}
        label={t('As of')}
        value={asOf === '' ? today : asOf}
        onChange={({ target }) => {
          if (target.value >= from && target.value <= today) choose(target.value);
        }}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: from, max: today } }}
      />
      <Button size="small" disabled={asOf === ''} onClick={() => onAsOf(undefined)}>
        {t('Back to today')}
      </Button>
    </Stack>
  );
}
