import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exactMoney, exactText } from '@/components/exact-text';
import { ExplanationTree } from '@/components/explanation-tree';
import { plainWords } from '@/components/plain-problems';
import { QueryView } from '@/components/query-view';
import { SERIF } from '@/components/theme';
import { decimalsOf } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';
import { explainQuery, type Asked } from '@/lib/api/explain';
import { useRegion } from '@/lib/profile';
import type { Vantage } from '@/lib/vantage';

type Props = {
  readonly loanId: string;
  readonly asked: Asked;
  /** From where the loan is looked at; left out, as it is now. */
  readonly from?: Vantage;
  readonly onClose: () => void;
};

/** Says why a figure is what it is; figures that it rests on can be asked for in turn. */
export function WhyDrawer({ loanId, asked, from, onClose }: Props) {
  const { t } = useTranslation();
  const title = useId();
  const isNarrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const [way, setWay] = useState<readonly Asked[]>([asked]);
  const query = useQuery(explainQuery(loanId, way.at(-1) ?? asked, from));
  return (
    <Drawer
      open
      anchor={isNarrow ? 'bottom' : 'right'}
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': title,
          sx: { p: 2.5, width: isNarrow ? '100%' : 480, maxHeight: isNarrow ? '85vh' : '100%' },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.5 }}>
        <Box component="h2" id={title} sx={{ m: 0, flex: 1, fontFamily: SERIF, fontSize: '1.25rem' }}>
          {t('Why?')}
        </Box>
        {way.length > 1 && <Button onClick={() => setWay(way.slice(0, -1))}>{t('Back')}</Button>}
        <IconButton aria-label={t('Close')} onClick={onClose} autoFocus>
          <CloseIcon />
        </IconButton>
      </Box>
      <QueryView query={query} lines={4}>
        {(answer) => <Answer answer={answer} onAsk={(next) => setWay([...way, next])} />}
      </QueryView>
    </Drawer>
  );
}

function Answer({
  answer,
  onAsk,
}: {
  readonly answer: Schema<'FigureExplanation'>;
  readonly onAsk: (asked: Asked) => void;
}) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const money = decimalsOf(answer.currency);
  const decimals = answer.unit === 'PERCENT' ? 2 : money;
  const { sentence, amount, parts, proof } = answer.explanation;
  return (
    <>
      <Box>{plainWords(sentence, locale)}</Box>
      <Box sx={{ fontFamily: SERIF, fontSize: '1.75rem', fontWeight: 600, mb: 1 }}>
        {answer.unit === 'PERCENT'
          ? `${exactText(amount, locale, decimals)} %`
          : exactMoney(amount, locale, answer.currency)}
      </Box>
      {parts.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('Nothing adds to this figure.')}</Box>
      ) : (
        <ExplanationTree parts={parts} label={t('What adds up to it')} decimals={decimals} onAsk={onAsk} />
      )}
      {proof.length > 0 && (
        <Box sx={{ mt: 2, pt: 1, borderTop: 1, borderColor: 'divider' }}>
          <ExplanationTree parts={proof} label={t('The check')} decimals={money} onAsk={onAsk} />
        </Box>
      )}
    </>
  );
}
