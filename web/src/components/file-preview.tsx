import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/problem-alert';
import { fetchFile, saveFile } from '@/lib/api/files';

type Props = {
  readonly file: { readonly name: string; readonly contentType: string };
  /** Where the API has it. */
  readonly path: string;
  /** Names the file in the names of the buttons, where there are several. */
  readonly isOneOfMany?: boolean;
  readonly children?: ReactNode;
};

/** Shows a picture when asked to, since the trail says who saw it; another file is saved. */
export function FilePreview({ file, path, isOneOfMany = false, children }: Props) {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string>();
  const show = useMutation({
    mutationFn: () => fetchFile(path),
    onSuccess: (found) => setAddress(URL.createObjectURL(found)),
    meta: { readsOnly: true },
  });
  const save = useMutation({ mutationFn: () => saveFile(path, file.name), meta: { readsOnly: true } });
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  const named = (label: string) => (isOneOfMany ? { 'aria-label': `${label}, ${file.name}` } : {});
  return (
    <Stack sx={{ gap: 1.5 }}>
      {address !== undefined && (
        <img src={address} alt={file.name} style={{ maxWidth: '100%', maxHeight: '60vh', objectFit: 'contain' }} />
      )}
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {file.contentType.startsWith('image/') && address === undefined && (
          <Button
            size="small"
            variant="outlined"
            onClick={() => show.mutate()}
            loading={show.isPending}
            {...named(t('Show'))}
          >
            {t('Show')}
          </Button>
        )}
        <Button
          size="small"
          variant="outlined"
          onClick={() => save.mutate()}
          loading={save.isPending}
          {...named(t('Download'))}
        >
          {t('Download')}
        </Button>
        {children}
      </Stack>
      <ProblemAlert error={show.error ?? save.error} />
    </Stack>
  );
}
