import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormSelect } from '@/components/form/form-select';
import { labelOf } from '@/components/labels';
import { DIRECTIONS, DUENESSES, stepsOf, type ProductValues } from '@/features/product/product-form';
import { DIRECTION_WORDS, stepText } from '@/features/product/rule-words';

/** The parts of an installment in the order in which a payment pays them, and how several installments share it. */
export function AllocationFields() {
  const { t } = useTranslation();
  const { setValue } = useFormContext<ProductValues>();
  const [order, steps, direction] = useWatch<
    ProductValues,
    ['allocationOrder', 'allocationSteps', 'allocationDirection']
  >({ name: ['allocationOrder', 'allocationSteps', 'allocationDirection'] });
  const isByStep = steps.length > 0;
  const choose = (byStep: boolean) =>
    setValue('allocationSteps', byStep ? DUENESSES.flatMap((dueness) => stepsOf(dueness, order)) : [], {
      shouldDirty: true,
    });
  return (
    <Stack sx={{ gap: 2 }}>
      {isByStep ? (
        <Order
          items={steps}
          textOf={(step) => stepText(step, t)}
          onMove={(moved) => setValue('allocationSteps', [...moved], { shouldDirty: true })}
        />
      ) : (
        <Order
          items={order}
          textOf={(part) => t(labelOf(part))}
          onMove={(moved) => setValue('allocationOrder', [...moved], { shouldDirty: true })}
        />
      )}
      <FormControlLabel
        control={<Switch checked={isByStep} onChange={(_, checked) => choose(checked)} />}
        label={t('Another order for what is past due, due and in advance')}
      />
      <FormSelect<ProductValues>
        name="allocationDirection"
        label={t('Of several installments')}
        options={DIRECTIONS.map((value) => ({ value, label: t(DIRECTION_WORDS[value].label) }))}
        help={t(DIRECTION_WORDS[direction].help)}
      />
    </Stack>
  );
}

type OrderProps<Item extends string> = {
  readonly items: readonly Item[];
  readonly textOf: (item: Item) => string;
  readonly onMove: (items: readonly Item[]) => void;
};

/** Things in an order that is changed by the keyboard as well. */
function Order<Item extends string>({ items, textOf, onMove }: OrderProps<Item>) {
  const { t } = useTranslation();
  const move = (item: Item, to: number) => {
    const others = items.filter((each) => each !== item);
    onMove([...others.slice(0, to), item, ...others.slice(to)]);
  };
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
      {items.map((item, index) => (
        <li key={item}>
          <Box sx={{ display: 'flex', alignItems: 'center' }}>
            <Box component="span" sx={{ flex: 1 }}>
              {textOf(item)}
            </Box>
            <IconButton
              size="small"
              disabled={index === 0}
              onClick={() => move(item, index - 1)}
              aria-label={t('{{part}} earlier', { part: textOf(item) })}
            >
              <UpIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              disabled={index === items.length - 1}
              onClick={() => move(item, index + 1)}
              aria-label={t('{{part}} later', { part: textOf(item) })}
            >
              <DownIcon fontSize="small" />
            </IconButton>
          </Box>
        </li>
      ))}
    </Box>
  );
}
