import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslation } from 'react-i18next';

/** Grey lines where content is about to stand. */
export function Loading({ lines = 5 }: { readonly lines?: number }) {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-label={t('Loading')} sx={{ py: 1 }}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={34} width={`${100 - ((line * 13) % 35)}%`} />
      ))}
    </Box>
  );
}
