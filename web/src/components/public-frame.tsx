import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import { Logo } from '@/components/logo';

type Props = { readonly title: string; readonly subtitle?: ReactNode; readonly children: ReactNode };

/** The frame of the pages before sign-in: the name of the house on one side, one task on the other. */
export function PublicFrame({ title, subtitle, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Loanwright`;
  }, [title]);
  return (
    <Box
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        gridTemplateColumns: { md: 'minmax(280px, 5fr) 7fr' },
        gridTemplateRows: { xs: 'auto 1fr', md: '1fr' },
      }}
    >
      <Box
        component="header"
        sx={{
          backgroundColor: '#0b2f29',
          color: '#fbf8ef',
          p: { xs: 2.5, md: 5 },
          display: 'flex',
          flexDirection: 'column',
        }}
      >
        <Logo size={38} />
        <Box sx={{ flex: 1, display: { xs: 'none', md: 'grid' }, placeItems: 'end start' }}>
          <Steps />
        </Box>
      </Box>
      <Box component="main" sx={{ display: 'grid', placeItems: { md: 'center' }, p: { xs: 2.5, md: 5 } }}>
        <Box sx={{ width: '100%', maxWidth: 460 }}>
          <Typography variant="h1">{title}</Typography>
          {subtitle && (
            <Typography component="div" sx={{ mt: 0.75, color: 'text.secondary' }}>
              {subtitle}
            </Typography>
          )}
          <Box sx={{ mt: 3 }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  );
}

/** A loan's balance going down, installment by installment. */
function Steps() {
  const heights = [96, 86, 75, 64, 52, 40, 27, 14];
  return (
    <svg viewBox="0 0 320 120" width="100%" aria-hidden="true" focusable="false" style={{ maxWidth: 420 }}>
      {heights.map((height, step) => (
        <rect
          key={height}
          x={step * 38 + 4}
          y={116 - height}
          width={26}
          height={height}
          rx={3}
          fill="#f4efe2"
          opacity={0.9 - step * 0.09}
        />
      ))}
      <circle cx={302} cy={84} r={9} fill="#d9a441" />
      <path d="M0 117h320" stroke="#f4efe2" strokeOpacity=".35" strokeWidth="2" />
    </svg>
  );
}
