import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { FormSelect } from '@/components/form/form-select';
import { FormSwitch } from '@/components/form/form-switch';
import { Section } from '@/components/section';
import { ColumnField } from '@/features/integration/components/column-field';
import { DATE_STYLES, type Field, type MappingValues, type Preview } from '@/features/integration/mapping';

const GRID = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))' };

const EXAMPLES: Readonly<Record<(typeof DATE_STYLES)[number], string>> = {
  YYYY_MM_DD: '2018-03-31',
  YYYYMMDD: '20180331',
  YYMMDD: '180331',
  DD_MM_YYYY: '31.03.2018',
  MM_DD_YYYY: '03/31/2018',
  DD_MON_YYYY: '31-Mar-2018',
  MON_YYYY: 'Mar-2018',
  YYYY_MM: '2018-03',
  MM_YYYY: '03/2018',
};

type Props = {
  readonly part: 'loans' | 'payments';
  readonly title: string;
  readonly fields: readonly Field[];
  readonly preview: Preview;
};

/** What the columns of one file mean, and how it writes dates and numbers. */
export function MappingPart({ part, title, fields, preview }: Props) {
  const { t } = useTranslation();
  return (
    <Section title={title}>
      <Stack sx={{ gap: 2.5 }}>
        <Box sx={{ color: 'text.secondary' }}>
          {t('Choose a column, or type a text; {column} in braces stands for the value of a column.')}
        </Box>
        <Box sx={GRID}>
          {fields.map((field) => (
            <ColumnField key={field.path} part={part} field={field} preview={preview} />
          ))}
        </Box>
        <Box sx={GRID}>
          <FormSelect<MappingValues>
            name={`${part}.dates`}
            label={t('Dates are written like')}
            options={DATE_STYLES.map((value) => ({ value, label: EXAMPLES[value] }))}
          />
          <FormSelect<MappingValues>
            name={`${part}.decimals`}
            label={t('Numbers are written like')}
            options={[
              { value: 'POINT', label: '1,234.56' },
              { value: 'COMMA', label: '1.234,56' },
            ]}
          />
        </Box>
        <FormSwitch<MappingValues>
          name={`${part}.roundDecimals`}
          label={t('Round amounts that have too many decimals')}
          help={t('Without it such rows are refused.')}
        />
      </Stack>
    </Section>
  );
}
