import CameraIcon from '@mui/icons-material/PhotoCameraOutlined';
import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import Button, { type ButtonProps } from '@mui/material/Button';
import { useRef } from 'react';

type Props = Pick<ButtonProps, 'children' | 'size' | 'variant'> & {
  /** Types of files, as a file input takes them. */
  readonly accept: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  /** Takes a photograph at once, on what has a camera. */
  readonly camera?: boolean;
};

/** A button that asks for a file; a real one, so that the keyboard reaches it. */
export function FileButton({ accept, busy, onFile, camera = false, ...button }: Props) {
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
        {...(camera && { capture: 'environment' as const })}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) onFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
