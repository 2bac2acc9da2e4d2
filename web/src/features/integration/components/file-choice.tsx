import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FileButton } from '@/components/file-button';
import { ProblemAlert } from '@/components/problem-alert';
import { previewFile } from '@/features/integration/api/send-import';
import type { Preview } from '@/features/integration/mapping';

/** A file that was chosen, and what the server sees in it. */
export type ChosenFile = { readonly file: File; readonly preview: Preview };

type Props = {
  readonly label: string;
  readonly help: string;
  readonly chosen: ChosenFile | undefined;
  readonly onChoose: (chosen: ChosenFile) => void;
};

/** Chooses a CSV file and has the server look at it; nothing is kept yet. */
export function FileChoice({ label, help, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const look = useMutation({
    meta: { readsOnly: true },
    mutationFn: async (file: File) => ({ file, preview: await previewFile(file) }),
    onSuccess: onChoose,
  });
  return (
    <div>
      <FileButton
        variant="outlined"
        accept=".csv,text/csv"
        busy={look.isPending}
        onFiles={([file]) => file && look.mutate(file)}
      >
        {label}
      </FileButton>
      <Box sx={{ mt: 0.75, color: 'text.secondary', fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {chosen === undefined
          ? help
          : t('{{name}}, {{count}} columns', { name: chosen.file.name, count: chosen.preview.columns.length })}
      </Box>
      <ProblemAlert error={look.error} />
    </div>
  );
}
