import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { useEffect, useRef, useState } from 'react';
import { NavLink, useLocation } from 'react-router';

type Props = { readonly label: string; readonly tabs: readonly { readonly label: string; readonly to: string }[] };

const ARROW_WIDTH_PX = 40;

/** Neighboring screens, side by side as tabs are; each is a link with an address of its own. */
export function TabLinks({ label, tabs }: Props) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const [more, setMore] = useState({ before: false, after: false });

  const look = () => {
    if (bar.current === null) return;
    const { scrollLeft, scrollWidth, clientWidth } = bar.current;
    const before = scrollLeft > 1;
    const after = scrollLeft + clientWidth < scrollWidth - 1;
    setMore((shown) => (shown.before === before && shown.after === after ? shown : { before, after }));
  };

  useEffect(() => {
    const toActive = () => {
      const active = bar.current?.querySelector<HTMLElement>('[aria-current="page"]');
      if (bar.current && active) {
        bar.current.scrollLeft = active.offsetLeft - (bar.current.clientWidth - active.offsetWidth) / 2;
      }
      look();
    };
    toActive();
    globalThis.addEventListener('resize', toActive);
    return () => globalThis.removeEventListener('resize', toActive);
  }, [pathname, tabs.length]);

  const turn = (way: -1 | 1) => {
    if (bar.current) bar.current.scrollLeft += (way * bar.current.clientWidth) / 2;
  };

  return (
    <Box className="no-print" sx={{ position: 'relative', mb: 2.5 }}>
      <Box
        component="nav"
        ref={bar}
        onScroll={look}
        aria-label={label}
        sx={{
          position: 'relative',
          display: 'flex',
          overflowX: 'auto',
          // The arrows say the same, and leave the line below the tabs where it is.
          scrollbarWidth: 'none',
          scrollPaddingInline: ARROW_WIDTH_PX,
          borderBottom: 1,
          borderColor: 'divider',
        }}
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
      {more.before && <Arrow side="left" onTurn={() => turn(-1)} />}
      {more.after && <Arrow side="right" onTurn={() => turn(1)} />}
    </Box>
  );
}

/** Says that there are more tabs on a side, and brings them; the keyboard comes to them without it. */
function Arrow({ side, onTurn }: { readonly side: 'left' | 'right'; readonly onTurn: () => void }) {
  const Icon = side === 'left' ? ChevronLeft : ChevronRight;
  return (
    <ButtonBase
      aria-hidden
      tabIndex={-1}
      onClick={onTurn}
      data-side={side}
      sx={{
        position: 'absolute',
        top: 0,
        bottom: 1,
        [side]: 0,
        width: ARROW_WIDTH_PX,
        color: 'text.secondary',
        background: `linear-gradient(to ${side}, transparent, var(--mui-palette-background-default) 40%)`,
        '&:hover': { color: 'text.primary' },
      }}
    >
      <Icon fontSize="small" />
    </ButtonBase>
  );
}
