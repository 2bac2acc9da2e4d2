import CameraIcon from '@mui/icons-material/PhotoCameraOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Button, { type ButtonProps } from '@mui/material/Button';
import { useRef } from 'react';

type Props = Pick<ButtonProps, 'children' | 'size' | 'variant'> & {
  /** Types of files, as a file input takes them. */
  readonly accept: string;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Whether several may be chosen at once. */
  readonly several?: boolean;
  /** Takes a photograph at once, on what has a camera. */
  readonly camera?: boolean;
};

/** A button that asks for a file, or for several; a real one, so that the keyboard reaches it. */
export function FileButton({ accept, busy, onFiles, several = false, camera = false, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...button}
        startIcon={camera ? <CameraIcon /> : <UploadIcon />}
        loading={busy}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={several}
        {...(camera && { capture: 'environment' as const })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          if (files.length > 0) onFiles(files);
          event.target.value = '';
        }}
      />
    </>
  );
}
