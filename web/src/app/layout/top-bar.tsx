import CalendarIcon from '@mui/icons-material/CalendarTodayOutlined';
import HelpIcon from '@mui/icons-material/KeyboardOutlined';
import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useTranslation } from 'react-i18next';
import { UserMenu } from '@/app/layout/user-menu';
import { DateText } from '@/components/date-text';
import { useProfile } from '@/lib/profile';

type Props = { readonly onMenu: () => void; readonly onSearch: () => void; readonly onHelp: () => void };

/** Search, the day that the books are on, and the person's own menu. */
export function TopBar({ onMenu, onSearch, onHelp }: Props) {
  const { t } = useTranslation();
  const businessDate = useProfile().organization?.businessDate;
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        position: 'sticky',
        top: 0,
        zIndex: 1100,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: { xs: 1, md: 4 },
        height: 60,
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: 'background.default',
      }}
    >
      <IconButton onClick={onMenu} aria-label={t('Open the menu')} sx={{ display: { md: 'none' } }}>
        <MenuIcon />
      </IconButton>
      <ButtonBase
        onClick={onSearch}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        sx={{
          justifyContent: 'flex-start',
          gap: 1,
          px: 1.5,
          height: 40,
          flex: '0 1 380px',
          border: 1,
          borderColor: 'divider',
          borderRadius: 2,
          color: 'text.secondary',
          backgroundColor: 'background.paper',
          fontSize: '0.875rem',
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      >
        <SearchIcon fontSize="small" />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', whiteSpace: 'nowrap', overflow: 'hidden' }}>
          {t('Search')}
        </Box>
        <Box
          component="kbd"
          aria-hidden
          sx={{ display: { xs: 'none', md: 'inline' }, font: 'inherit', fontSize: '0.75rem' }}
        >
          {t('Ctrl K')}
        </Box>
      </ButtonBase>
      <Box sx={{ flex: 1 }} />
      <Tooltip title={t('The business date: the day that is being booked')}>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 0.75,
            px: 1.25,
            py: 0.5,
            border: 1,
            borderColor: 'divider',
            borderRadius: 2,
            whiteSpace: 'nowrap',
            fontWeight: 600,
            fontSize: '0.875rem',
          }}
        >
          <CalendarIcon sx={{ fontSize: 16, display: { xs: 'none', sm: 'block' } }} aria-hidden />
          <DateText value={businessDate} />
        </Box>
      </Tooltip>
      <Tooltip title={t('Keyboard shortcuts')}>
        <IconButton
          onClick={onHelp}
          aria-label={t('Keyboard shortcuts')}
          sx={{ display: { xs: 'none', md: 'inline-flex' } }}
        >
          <HelpIcon />
        </IconButton>
      </Tooltip>
      <UserMenu />
    </Box>
  );
}
