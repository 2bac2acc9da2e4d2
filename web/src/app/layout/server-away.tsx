import Box from '@mui/material/Box';
import { Logo } from '@/components/logo';
import { ProblemAlert } from '@/components/problem-alert';

/** Nothing can be shown without the server: says so, and tries again on request. */
export function ServerAway({ error }: { readonly error: unknown }) {
  return (
    <Box component="main" sx={{ maxWidth: 560, mx: 'auto', p: 4, mt: 8 }}>
      <Logo />
      <Box sx={{ mt: 3 }}>
        <ProblemAlert error={error} onRetry={() => globalThis.location.reload()} />
      </Box>
    </Box>
  );
}
