import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '@/components/file-drop';

type Props = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

/** The bills that are sent with a new expense. */
export function FilesToAttach({ files, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack sx={{ gap: 1 }}>
      <FileDrop several onFiles={(chosen) => onChange([...files, ...chosen])}>
        {t('Bills and receipts: choose them, or drop them here. PDF, PNG or JPEG, up to 10 MB each.')}
      </FileDrop>
      {files.length > 0 && (
        <Box component="ul" aria-label={t('Bills and receipts')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {files.map((file, place) => (
            <Stack
              component="li"
              key={`${String(place)} ${file.name}`}
              direction="row"
              sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1 }}
            >
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{file.name}</Box>
              <Button
                size="small"
                color="inherit"
                onClick={() => onChange(files.filter((each) => each !== file))}
                aria-label={t('Leave {{name}} out', { name: file.name })}
              >
                {t('Leave out')}
              </Button>
            </Stack>
          ))}
        </Box>
      )}
    </Stack>
  );
}
