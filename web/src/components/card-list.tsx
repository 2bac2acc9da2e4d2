import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { Column, Row } from '@/components/table-column';

type Props<Item extends Row> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly onOpen?: (item: Item) => void;
};

/** What opens a card reaches over all of it; the other links and buttons stay above. */
const WHOLE_CARD = { content: '""', position: 'absolute', inset: 0 };
const ABOVE = { '& a, & button': { position: 'relative', zIndex: 1 } };

/** The phone view of a list: a card a row, the leading column on top. */
export function CardList<Item extends Row>({ label, items, columns, onOpen }: Props<Item>) {
  const lead = columns.find((column) => column.leads) ?? columns[0];
  const others = columns.filter((column) => column !== lead);
  const isButton = onOpen !== undefined && lead?.isLink !== true;
  return (
    <Box component="ul" aria-label={label} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {items.map((item) => (
        <Box
          component="li"
          key={item.id}
          sx={{ p: 2, position: 'relative', borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
        >
          <Box sx={{ fontWeight: 650, mb: 1, '& a::after': WHOLE_CARD }}>
            {isButton ? (
              <ButtonBase
                onClick={() => onOpen(item)}
                sx={{ font: 'inherit', textAlign: 'left', position: 'static', '&::after': WHOLE_CARD }}
              >
                {lead?.show(item)}
              </ButtonBase>
            ) : (
              lead?.show(item)
            )}
          </Box>
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1, fontSize: '0.875rem', ...ABOVE }}>
            {others.map((column) => (
              <Box key={column.key} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                {column.isAction !== true && (
                  <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{column.title}</Box>
                )}
                {column.show(item)}
              </Box>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
