import InfoIcon from '@mui/icons-material/InfoOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';

/** An (i) that says more about the thing beside it: on hover, focus and touch. */
export function InfoButton({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <Tooltip title={text} enterTouchDelay={0} leaveTouchDelay={10_000}>
      <IconButton size="small" aria-label={label} sx={{ zIndex: 1, m: -0.5 }}>
        <InfoIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
