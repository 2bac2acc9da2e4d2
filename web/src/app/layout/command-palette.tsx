import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommands } from '@/app/layout/use-commands';

/** Finds people, loans, places and actions by a few letters; arrows choose, Enter goes. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const navigate = useNavigate();
  const list = useId();
  const { commands, searching } = useCommands(typed);
  const current = Math.min(chosen, Math.max(0, commands.length - 1));

  const shown = `${list}-${String(current)}`;
  useEffect(() => {
    document.getElementById(shown)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  const run = (index: number) => {
    const command = commands[index];
    if (command === undefined) return;
    onClose();
    void navigate(command.to);
  };

  return (
    <Dialog
      open
      onClose={onClose}
      aria-label={t('Search or run a command')}
      slotProps={{ container: { sx: { alignItems: 'flex-start' } }, paper: { sx: { mt: { xs: 2, md: 10 } } } }}
    >
      <InputBase
        autoFocus
        fullWidth
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setChosen(Math.min(current + 1, commands.length - 1));
          else if (event.key === 'ArrowUp') setChosen(Math.max(current - 1, 0));
          else if (event.key === 'Enter') run(current);
          else return;
          event.preventDefault();
        }}
        placeholder={t('A name, a phone number, a loan, or what you want to do')}
        inputProps={{
          role: 'combobox',
          'aria-expanded': commands.length > 0,
          'aria-controls': list,
          'aria-activedescendant': commands[current] === undefined ? undefined : shown,
          'aria-label': t('Search'),
          maxLength: 100,
        }}
        sx={{ px: 2.5, py: 2, fontSize: '1.0625rem', borderBottom: 1, borderColor: 'divider' }}
      />
      <Box
        component="ul"
        role="listbox"
        id={list}
        aria-label={t('Results')}
        sx={{ listStyle: 'none', m: 0, p: 1, maxHeight: 420, overflowY: 'auto' }}
      >
        {commands.map((command, index) => (
          <Box
            component="li"
            key={command.id}
            id={`${list}-${String(index)}`}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setChosen(index)}
            onClick={() => run(index)}
            onKeyDown={() => undefined}
            sx={{
              display: 'flex',
              gap: 2,
              px: 1.5,
              py: 1,
              borderRadius: 1.5,
              cursor: 'pointer',
              '&[aria-selected="true"]': { bgcolor: 'action.selected' },
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{command.label}</Box>
            <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{command.hint}</Box>
          </Box>
        ))}
      </Box>
      {commands.length === 0 && (
        <Box role="status" sx={{ px: 2.5, pb: 2.5, color: 'text.secondary' }}>
          {searching ? t('Searching…') : t('Nothing found. Try fewer letters, or a number.')}
        </Box>
      )}
    </Dialog>
  );
}
