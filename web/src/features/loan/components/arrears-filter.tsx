import { useTranslation } from 'react-i18next';
import { pastDueOf, pastDueText } from '@/components/days-past-due';
import { FilterSelect } from '@/components/filter-select';
import { useArrearsClasses } from '@/components/use-arrears-classes';

type Props = { readonly value: string; readonly onChoose: (value: string) => void };

/** Narrows loans to those that are behind, or to a class of arrears. */
export function ArrearsFilter({ value, onChoose }: Props) {
  const { t } = useTranslation();
  const classes = useArrearsClasses();
  const options = [
    { value: '1-', label: t('Behind') },
    ...classes.map(({ name, fromDay }, index) => {
      const next = classes[index + 1];
      return { value: pastDueText({ from: fromDay, until: next && next.fromDay - 1 }), label: name };
    }),
  ];
  const { from, until } = pastDueOf(value);
  if (from !== undefined && !options.some((option) => option.value === value)) {
    const label =
      until === undefined
        ? t('{{from}} days late and more', { from })
        : t('{{from}} to {{until}} days late', { from, until });
    options.push({ value, label });
  }
  return <FilterSelect label={t('Arrears')} value={value} options={options} onChoose={onChoose} />;
}
