import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import type { Tone } from '@/components/tones';
import { WorkText } from '@/features/collection/components/work-text';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Queued = Schema<'QueuedLoan'>;

const TONES: Readonly<Record<Queued['section'], Tone>> = {
  BROKEN_PROMISE: 'error',
  PROMISE_DUE: 'warning',
  ACTION_DUE: 'info',
  NEWLY_OVERDUE: 'warning',
  NOT_CONTACTED: 'neutral',
};

/** How far each key goes through the list. */
const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Whether a key is for something else: a field, a button, a dialog or a menu. The page's heading and body take none. */
function isElsewhere({ target, defaultPrevented }: globalThis.KeyboardEvent): boolean {
  return (
    defaultPrevented || !(target instanceof HTMLElement) || target.tabIndex >= 0 || target.closest('[role]') !== null
  );
}

type Props = {
  readonly items: readonly Queued[];
  readonly onContact: ((loan: Queued['loan']) => void) | undefined;
};

/** The loans of a queue; whoever is on one goes on by j, k or the arrows, and logs a contact by c. */
export function QueueList({ items, onContact }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const onKey = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('li > a') ?? [])];
    const row = (event.target as HTMLElement).closest('li');
    const place = rows.findIndex((each) => each.parentElement === row);
    const item = items[place];
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      rows[Math.min(rows.length - 1, Math.max(0, place + step))]?.focus();
    } else if (event.key === 'c' && item !== undefined && onContact !== undefined) {
      event.preventDefault();
      onContact(item.loan);
    }
  };
  // The first key leads into the list, wherever the page was left.
  useEffect(() => {
    const onPage = (event: globalThis.KeyboardEvent) => {
      if (isElsewhere(event) || event.ctrlKey || event.metaKey || event.altKey || STEPS[event.key] === undefined)
        return;
      event.preventDefault();
      list.current?.querySelector<HTMLElement>('li > a')?.focus();
    };
    document.addEventListener('keydown', onPage);
    return () => document.removeEventListener('keydown', onPage);
  }, []);
  return (
    <Box component="ul" ref={list} aria-label={t('My queue')} onKeyDown={onKey} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map(({ section, since, loan }) => (
        <Box
          component="li"
          key={loan.loanId}
          sx={{
            p: 2,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
            '&:focus-within': { backgroundColor: 'action.hover' },
            display: 'grid',
            gap: 1,
            alignItems: 'center',
            gridTemplateColumns: { xs: '1fr 1fr', md: '160px 1.4fr 1.2fr 1.4fr auto' },
          }}
        >
          <Box
            component="a"
            href={paths.loan(loan.loanId)}
            onClick={(event) => {
              event.preventDefault();
              void navigate(paths.loan(loan.loanId));
            }}
            sx={{ fontWeight: 650, color: 'primary.main' }}
          >
            {loan.loanNumber}
          </Box>
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <TextLink to={paths.borrower(loan.borrowerId)}>{loan.borrowerName}</TextLink>
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{loan.phone ?? loan.phoneEnd}</Box>
          </Box>
          <Box>
            <StatusChip status={section} tone={TONES[section]} />
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
              <DateText value={since} />
            </Box>
          </Box>
          <Box sx={{ minWidth: 0 }}>
            <MoneyText strong amount={loan.amount} currency={loan.currency} />{' '}
            {loan.daysPastDue === 1 ? t('1 day late') : t('{{days}} days late', { days: loan.daysPastDue })}
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              {section === 'ACTION_DUE' && loan.work?.nextAction?.note ? (
                loan.work.nextAction.note
              ) : (
                <WorkText work={loan.work} currency={loan.currency} />
              )}
            </Box>
          </Box>
          {onContact && (
            <Button size="small" onClick={() => onContact(loan)}>
              {t('Log a contact')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  );
}
