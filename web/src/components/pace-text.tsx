import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useNumberText } from '@/components/use-number-text';

const LONG_SECONDS = 90;

type Props = {
  readonly of: { readonly perSecond?: number | null; readonly secondsLeft?: number | null };
};

/** How fast a job is and how long it takes still; nothing while nobody knows. */
export function PaceText({ of: { perSecond, secondsLeft } }: Props) {
  const { t } = useTranslation();
  const number = useNumberText();
  if (typeof perSecond !== 'number' || typeof secondsLeft !== 'number') return null;
  return (
    <span>
      {t('{{rate}} a second', { rate: number(Number(perSecond.toPrecision(2))) })} · {timeLeft(secondsLeft, t)}
    </span>
  );
}

function timeLeft(seconds: number, t: TFunction): string {
  if (seconds < LONG_SECONDS) return t('about {{seconds}} s left', { seconds });
  return t('about {{minutes}} min left', { minutes: Math.round(seconds / 60) });
}
