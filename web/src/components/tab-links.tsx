import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Link, useLocation } from 'react-router';

type Props = { readonly label: string; readonly tabs: readonly { readonly label: string; readonly to: string }[] };

/** Neighboring screens as tabs; each has its own address. */
export function TabLinks({ label, tabs }: Props) {
  const { pathname } = useLocation();
  const current = tabs.some((tab) => tab.to === pathname) ? pathname : false;
  return (
    <Tabs
      component="nav"
      value={current}
      aria-label={label}
      variant="scrollable"
      className="no-print"
      sx={{ mb: 2.5 }}
      role="navigation"
    >
      {tabs.map((tab) => (
        <Tab
          key={tab.to}
          value={tab.to}
          label={tab.label}
          component={Link}
          to={tab.to}
          role="link"
          aria-current={tab.to === current ? 'page' : undefined}
        />
      ))}
    </Tabs>
  );
}
