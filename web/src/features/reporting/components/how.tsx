import { useTranslation } from 'react-i18next';
import { InfoButton } from '@/components/info-button';

/** An (i) beside a figure, or a group of figures, that says how it is computed. */
export function How({ of, text }: { readonly of: string; readonly text: string }) {
  const { t } = useTranslation();
  return <InfoButton label={t('How {{figure}} is computed', { figure: of })} text={text} />;
}
