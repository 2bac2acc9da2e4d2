import { createTheme, type Theme } from '@mui/material/styles';
import type {} from '@mui/x-data-grid/themeAugmentation';
import type { Density } from '@/lib/preferences';

const SANS = '"Hanken Grotesk Variable", "Noto Sans", system-ui, sans-serif';
/** For names of pages and large figures: the hand of a ledger's title page. */
export const SERIF = '"Source Serif 4 Variable", "Noto Serif", Georgia, serif';

const light = {
  primary: { main: '#0e5a4c', dark: '#0a4339', light: '#2f7d6d', contrastText: '#ffffff' },
  secondary: { main: '#855a0c', contrastText: '#ffffff' },
  error: { main: '#a8261d' },
  warning: { main: '#8a4f00' },
  info: { main: '#1d5a85' },
  success: { main: '#20663a' },
  background: { default: '#f6f4ee', paper: '#fffefb' },
  text: { primary: '#17231f', secondary: '#4f5d57' },
  divider: '#e1ddd0',
};

const dark = {
  primary: { main: '#7fd3bb', dark: '#5db89f', light: '#a4e4d0', contrastText: '#06231d' },
  secondary: { main: '#e3b968', contrastText: '#241a03' },
  error: { main: '#ff9d92' },
  warning: { main: '#f0b564' },
  info: { main: '#8cc3ea' },
  success: { main: '#86d19f' },
  background: { default: '#0f1514', paper: '#161e1c' },
  text: { primary: '#e9eee9', secondary: '#a6b3ac' },
  divider: '#2b3633',
};

/** The look of the program: pine ink on ledger paper, brass for what wants attention. */
export function makeTheme(density: Density): Theme {
  const compact = density === 'compact';
  const size = compact ? 'small' : 'medium';
  return createTheme({
    cssVariables: { colorSchemeSelector: 'data-color-scheme' },
    colorSchemes: {
      light: { palette: { ...light, contrastThreshold: 4.5 } },
      dark: { palette: { ...dark, contrastThreshold: 4.5 } },
    },
    shape: { borderRadius: 8 },
    spacing: compact ? 7 : 8,
    typography: {
      fontFamily: SANS,
      fontSize: compact ? 13 : 14,
      h1: { fontFamily: SERIF, fontSize: '1.75rem', fontWeight: 600, letterSpacing: '-0.01em', lineHeight: 1.2 },
      h2: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.35 },
      h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
      overline: {
        fontSize: '0.75rem',
        fontWeight: 600,
        letterSpacing: '0.04em',
        textTransform: 'none',
        lineHeight: 1.6,
      },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'lining-nums' },
          'button, input, select, textarea': { fontFamily: 'inherit' },
          '@media print': { body: { background: '#fff' }, '.no-print': { display: 'none !important' } },
        },
      },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiButton: { defaultProps: { disableElevation: true, size } },
      MuiTextField: { defaultProps: { size, fullWidth: true } },
      MuiFormControl: { defaultProps: { size } },
      MuiTable: { defaultProps: { size: compact ? 'small' : 'medium' } },
      MuiTableCell: {
        styleOverrides: {
          root: { borderColor: 'var(--mui-palette-divider)', padding: compact ? '5px 10px' : '9px 12px' },
          head: {
            color: 'var(--mui-palette-text-secondary)',
            fontWeight: 600,
            fontSize: '0.8125rem',
            whiteSpace: 'nowrap',
          },
        },
      },
      MuiChip: { styleOverrides: { root: { fontWeight: 600 } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiTab: { styleOverrides: { root: { minHeight: 44, fontSize: '0.875rem' } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 44 } } },
      MuiTooltip: { defaultProps: { arrow: true } },
      MuiDialog: { defaultProps: { fullWidth: true, maxWidth: 'sm' } },
      MuiDialogTitle: { styleOverrides: { root: { fontFamily: SERIF, fontSize: '1.25rem', fontWeight: 600 } } },
      MuiDialogActions: { styleOverrides: { root: { padding: '12px 24px 20px' } } },
      MuiDataGrid: {
        styleOverrides: {
          root: {
            border: 0,
            '--DataGrid-rowBorderColor': 'var(--mui-palette-divider)',
            '--DataGrid-containerBackground': 'transparent',
            fontVariantNumeric: 'tabular-nums lining-nums',
          },
          columnHeaderTitle: { fontWeight: 600, fontSize: '0.8125rem', color: 'var(--mui-palette-text-secondary)' },
          row: { cursor: 'pointer' },
        },
      },
    },
  });
}
