import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Pages } from '@/components/use-pages';

type Props = { readonly pages: Pages; readonly next: string | null | undefined; readonly count: number };

/** Forward and back through the pages of a list; nothing where one page is all there is. */
export function PageButtons({ pages, next, count }: Props) {
  const { t } = useTranslation();
  const hasNext = typeof next === 'string' && next !== '';
  if (pages.number === 1 && !hasNext) return null;
  return (
    <Stack
      direction="row"
      sx={{
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 1,
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Typography variant="body2" sx={{ mr: 'auto', color: 'text.secondary' }}>
        {t('Page {{page}}, {{rows}} rows', { page: pages.number, rows: count })}
      </Typography>
      <Button size="small" disabled={pages.number === 1} onClick={pages.back}>
        {t('Previous')}
      </Button>
      <Button size="small" disabled={!hasNext} onClick={() => hasNext && pages.forward(next)}>
        {t('Next')}
      </Button>
    </Stack>
  );
}
