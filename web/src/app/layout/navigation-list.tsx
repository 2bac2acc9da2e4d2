import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { placeOf, placesFor, type Place } from '@/app/layout/navigation';
import { useCounts } from '@/app/layout/use-counts';
import { Logo } from '@/components/logo';
import { useMay, useProfile } from '@/lib/profile';

/** Where one can go, as far as one's role reaches; what waits is counted. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const profile = useProfile();
  const counts = useCounts();
  const groups = placesFor(may);
  const here = placeOf(groups, useLocation().pathname);

  return (
    <Box
      component="nav"
      aria-label={t('Main')}
      sx={{
        minHeight: '100%',
        color: '#dfe9e2',
        backgroundColor: '#0b2f29',
        display: 'flex',
        flexDirection: 'column',
        px: 1.5,
        py: 2,
      }}
    >
      <Box sx={{ px: 1, color: '#fbf8ef' }}>
        <Logo size={34} />
        <Box sx={{ color: '#a9c2b7', fontSize: '0.8125rem', mt: 0.75, overflowWrap: 'anywhere' }}>
          {profile.organization?.name}
        </Box>
      </Box>
      <Box sx={{ mt: 2 }}>
        {groups.map((group) => (
          <Box key={group.label} sx={{ mt: 2 }}>
            <Box sx={{ px: 1.25, pb: 0.5, fontSize: '0.75rem', fontWeight: 600, color: '#9db8ac' }}>
              {t(group.label)}
            </Box>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {group.places.map((place) => (
                <li key={place.to}>
                  <PlaceLink
                    place={place}
                    isHere={place === here}
                    count={place.counts === undefined ? 0 : counts[place.counts]}
                    {...(onGo && { onGo })}
                  />
                </li>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function PlaceLink({
  place,
  isHere,
  count,
  onGo,
}: {
  readonly place: Place;
  readonly isHere: boolean;
  readonly count: number;
  readonly onGo?: () => void;
}) {
  const { t } = useTranslation();
  const Icon = place.icon;
  return (
    <Box
      component={Link}
      to={place.to}
      aria-current={isHere ? 'page' : undefined}
      onClick={onGo}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.25,
        px: 1.25,
        py: 0.875,
        my: '2px',
        borderRadius: 1.5,
        color: 'inherit',
        textDecoration: 'none',
        fontWeight: 500,
        '&:hover': { backgroundColor: 'rgb(255 255 255 / 7%)' },
        '&:focus-visible': { outline: '2px solid #d9a441', outlineOffset: -2 },
        '&[aria-current]': {
          backgroundColor: 'rgb(255 255 255 / 11%)',
          color: '#ffffff',
          boxShadow: 'inset 3px 0 0 #d9a441',
        },
      }}
    >
      <Icon fontSize="small" aria-hidden />
      <Box component="span" sx={{ flex: 1 }}>
        {t(place.label)}
      </Box>
      {count > 0 && (
        <Box
          component="span"
          aria-label={t('{{count}} waiting', { count })}
          role="img"
          sx={{
            minWidth: 22,
            px: 0.75,
            borderRadius: 99,
            textAlign: 'center',
            fontSize: '0.75rem',
            fontWeight: 700,
            color: '#241a03',
            backgroundColor: '#e3b968',
          }}
        >
          {count > 99 ? '99+' : count}
        </Box>
      )}
    </Box>
  );
}
