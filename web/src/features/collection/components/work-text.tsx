import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import type { Schema } from '@/lib/api/client';

type Props = { readonly work: Schema<'CollectionWork'> | null | undefined; readonly currency: string };

/** What is to come in a few words: an open promise, or else what is planned. */
export function WorkText({ work, currency }: Props) {
  const { t } = useTranslation();
  const promise = work?.promise;
  if (promise?.state === 'OPEN' || promise?.state === 'BROKEN') {
    return (
      <span>
        {promise.state === 'OPEN' ? t('Promised') : t('Promise broken')}{' '}
        <MoneyText amount={promise.amount} currency={currency} />, <DateText value={promise.on} />
      </span>
    );
  }
  const next = work?.nextAction;
  if (next === null || next === undefined) return <>–</>;
  return (
    <span>
      {t(labelOf(next.kind))}, <DateText value={next.on} />
    </span>
  );
}
