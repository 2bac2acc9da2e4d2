import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { labelOf } from '@/components/labels';
import type { ProductValues } from '@/features/product/product-form';

/** The parts of an installment in the order in which a payment pays them. */
export function AllocationFields() {
  const { t } = useTranslation();
  const { setValue } = useFormContext<ProductValues>();
  const order = useWatch<ProductValues, 'allocationOrder'>({ name: 'allocationOrder' });
  const move = (part: (typeof order)[number], to: number) => {
    const others = order.filter((each) => each !== part);
    setValue('allocationOrder', [...others.slice(0, to), part, ...others.slice(to)], { shouldDirty: true });
  };
  return (
    <Box component="ol" sx={{ m: 0, pl: 2.5 }}>
      {order.map((part, index) => (
        <li key={part}>
          <Box sx={{ display: 'flex', alignItems: 'center' }}>
            <Box component="span" sx={{ flex: 1 }}>
              {t(labelOf(part))}
            </Box>
            <IconButton
              size="small"
              disabled={index === 0}
              onClick={() => move(part, index - 1)}
              aria-label={t('{{part}} earlier', { part: t(labelOf(part)) })}
            >
              <UpIcon fontSize="small" />
            </IconButton>
            <IconButton
              size="small"
              disabled={index === order.length - 1}
              onClick={() => move(part, index + 1)}
              aria-label={t('{{part}} later', { part: t(labelOf(part)) })}
            >
              <DownIcon fontSize="small" />
            </IconButton>
          </Box>
        </li>
      ))}
    </Box>
  );
}
