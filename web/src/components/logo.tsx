import Box from '@mui/material/Box';
import { SERIF } from '@/components/theme';

/** The mark: a loan worked down step by step, and the coin that stays. */
export function LogoMark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="10" fill="#0e4a40" />
      <path d="M9 8h5.5v24H9z" fill="#f4efe2" />
      <path d="M17 16h5.5v16H17z" fill="#f4efe2" opacity=".82" />
      <path d="M25 24h5.5v8H25z" fill="#f4efe2" opacity=".64" />
      <circle cx="28.5" cy="13" r="4.2" fill="#d9a441" />
    </svg>
  );
}

/** The mark with the name beside it. */
export function Logo({ size = 32 }: { readonly size?: number }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25 }}>
      <LogoMark size={size} />
      <Box
        component="span"
        translate="no"
        sx={{ fontFamily: SERIF, fontWeight: 600, fontSize: size * 0.6, letterSpacing: '-0.01em' }}
      >
        {NAME}
      </Box>
    </Box>
  );
}

const NAME = 'Loanwright';
