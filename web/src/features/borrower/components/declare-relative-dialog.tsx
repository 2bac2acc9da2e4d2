import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormLookup } from '@/components/form/form-lookup';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { borrowersQuery } from '@/features/borrower/api/list-borrowers';
import { RELATIONS, relationLabel } from '@/features/borrower/relations';
import { $api, api, read } from '@/lib/api/client';
import { NewOwnRelative, NewRelative } from '@/lib/api/limits';
import { useDebounced } from '@/lib/use-debounced';

const ofAnother = z.object({
  userId: requiredText(),
  relation: z.enum(RELATIONS, 'Choose one.'),
  reason: requiredText(NewRelative.reason),
});
type OfAnother = z.input<typeof ofAnother>;

/** Declares a borrower as a relative of somebody of the staff. */
export function DeclareRelativeDialog({
  borrowerId,
  onClose,
}: {
  readonly borrowerId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotice();
  const staff = useQuery($api.queryOptions('get', '/api/relatives/staff'));
  const send = useMutation({
    mutationFn: (body: z.output<typeof ofAnother>) =>
      read(api.POST('/api/borrowers/{id}/relatives', { params: { path: { id: borrowerId } }, body })),
  });
  const form = useForm({
    resolver: zodResolver(ofAnother),
    defaultValues: { userId: '', relation: 'OTHER', reason: '' } satisfies OfAnother,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('Declared. Somebody else decides about the loans of this borrower.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Declare a relative')}
      form={form}
      submission={submission}
      submitLabel={t('Declare')}
      onClose={onClose}
    >
      <FormSelect<OfAnother>
        name="userId"
        label={t('Who of the staff')}
        options={(staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <FormSelect<OfAnother>
        name="relation"
        label={t('The borrower is')}
        options={RELATIONS.map((value) => ({ value, label: t(relationLabel(value)) }))}
        required
      />
      <FormText<OfAnother> name="reason" label={t('How it is known')} rows={2} required />
    </FormDialog>
  );
}

const own = z.object({
  borrowerId: requiredText(),
  relation: z.enum(RELATIONS, 'Choose one.'),
  reason: requiredText(NewOwnRelative.reason),
});
type Own = z.input<typeof own>;

/** Declares a borrower as a relative of whoever is signed in. */
export function DeclareOwnRelativeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed);
  const borrowers = useQuery(borrowersQuery({ search: search || undefined, limit: 20 }));
  const send = useMutation({
    mutationFn: (body: z.output<typeof own>) => read(api.POST('/api/profile/relatives', { body })),
  });
  const form = useForm({
    resolver: zodResolver(own),
    defaultValues: { borrowerId: '', relation: 'OTHER', reason: '' } satisfies Own,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('Declared. Somebody else decides about the loans of this borrower.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Declare a relative')}
      form={form}
      submission={submission}
      submitLabel={t('Declare')}
      onClose={onClose}
    >
      <div>{t('Somebody else ends it, so that nobody decides about a relative’s loan after all.')}</div>
      <FormLookup<Own>
        name="borrowerId"
        label={t('Borrower')}
        help={t('Of the borrowers whom you see; an administrator declares others.')}
        options={(borrowers.data?.items ?? []).map(({ id, name, number }) => ({
          value: id,
          label: `${name} (${number})`,
        }))}
        loading={borrowers.isFetching}
        onSearch={setTyped}
        required
        autoFocus
      />
      <FormSelect<Own>
        name="relation"
        label={t('The borrower is')}
        options={RELATIONS.map((value) => ({ value, label: t(relationLabel(value)) }))}
        required
      />
      <FormText<Own> name="reason" label={t('In your words')} rows={2} required />
    </FormDialog>
  );
}
