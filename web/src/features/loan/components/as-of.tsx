import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, formatDate, todayIn } from '@/lib/dates';
import { useProfile, useRegion } from '@/lib/profile';

/** Two days, each empty for now: that of the figures, and that at whose end they were known so. */
type Days = { readonly asOf: string; readonly knownOn: string };

type Props = Days & {
  /** The first day of the loan. */
  readonly from: string;
  readonly onChoose: (days: Partial<Days>) => void;
};

/** Takes a loan back to any day of its life: the slider roughly, the field exactly; and to what was known on a day. */
export function AsOf({ from, asOf, knownOn, onChoose }: Props) {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const today = organization.businessDate;
  const [asksKnown, setAsksKnown] = useState(knownOn !== '');
  const isNow = asOf === '' && knownOn === '';
  if (from >= today && isNow) return null;

  return (
    <Stack
      direction="row"
      className="no-print"
      sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap', '& .MuiSlider-root': { flex: '1 1 200px', mx: 1 } }}
    >
      {from < today && (
        <DaySlider
          from={from}
          to={today}
          day={asOf === '' ? today : asOf}
          onChoose={(day) => onChoose({ asOf: day === today ? '' : day })}
        />
      )}
      <DayField
        label={t('As of')}
        min={from}
        max={today}
        day={asOf === '' ? today : asOf}
        onChoose={(day) => onChoose({ asOf: day === today ? '' : day })}
      />
      {asksKnown ? (
        <DayField
          label={t('As known on')}
          max={todayIn(organization.timeZone)}
          day={knownOn}
          onChoose={(day) => onChoose({ knownOn: day })}
        />
      ) : (
        <Button size="small" color="inherit" onClick={() => setAsksKnown(true)}>
          {t('As known on…')}
        </Button>
      )}
      <Button
        size="small"
        disabled={isNow}
        onClick={() => {
          setAsksKnown(false);
          onChoose({ asOf: '', knownOn: '' });
        }}
      >
        {t('Back to today')}
      </Button>
    </Stack>
  );
}

type Choice = { readonly day: string; readonly onChoose: (day: string) => void };

function DaySlider({ from, to, day, onChoose }: Choice & { readonly from: string; readonly to: string }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  // Where the thumb is until the day that it chose arrives; the next key goes on from there.
  const [moved, setMoved] = useState<{ readonly to: number; readonly whileOn: string }>();
  if (moved !== undefined && moved.whileOn !== day) setMoved(undefined);
  const days = daysBetween(from, to);
  const shown = moved?.to ?? daysBetween(from, day);
  return (
    <Slider
      size="small"
      min={0}
      max={days}
      value={Math.min(Math.max(shown, 0), days)}
      aria-label={t('As of')}
      getAriaValueText={(value) => formatDate(addDays(from, value), locale, 'long')}
      valueLabelDisplay="auto"
      valueLabelFormat={(value) => formatDate(addDays(from, value), locale)}
      onChange={(_, value) => setMoved({ to: value, whileOn: day })}
      onChangeCommitted={(_, value) => onChoose(addDays(from, value))}
    />
  );
}

function DayField(props: Choice & { readonly label: string; readonly min?: string; readonly max: string }) {
  const { label, min, max, day, onChoose } = props;
  return (
    <TextField
      type="date"
      size="small"
      fullWidth={false}
      sx={{ width: 170 }}
      label={label}
      value={day}
      onChange={({ target }) => {
        if (target.value !== '' && target.value >= (min ?? '') && target.value <= max) onChoose(target.value);
      }}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min, max } }}
    />
  );
}
