import Box from '@mui/material/Box';
import { NavLink } from 'react-router';

type Props = { readonly label: string; readonly tabs: readonly { readonly label: string; readonly to: string }[] };

/** Neighboring screens, side by side as tabs are; each is a link with an address of its own. */
export function TabLinks({ label, tabs }: Props) {
  return (
    <Box
      component="nav"
      aria-label={label}
      className="no-print"
      sx={{ display: 'flex', overflowX: 'auto', mb: 2.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {tabs.map((tab) => (
        <Box
          key={tab.to}
          component={NavLink}
          to={tab.to}
          end
          sx={{
            px: 2,
            py: 1.25,
            mb: '-1px',
            whiteSpace: 'nowrap',
            fontWeight: 600,
            fontSize: '0.875rem',
            color: 'text.secondary',
            textDecoration: 'none',
            borderBottom: 2,
            borderColor: 'transparent',
            '&:hover': { color: 'text.primary' },
            '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
            '&.active': { color: 'primary.main', borderColor: 'primary.main' },
          }}
        >
          {tab.label}
        </Box>
      ))}
    </Box>
  );
}
