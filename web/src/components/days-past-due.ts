/** From so many days past due on, and up to so many; as a list has it in its address. */
export type DaysPastDue = { readonly from?: number | undefined; readonly until?: number | undefined };

/** As text: `31-60`, `361-` for so many or more, nothing for all. */
export function pastDueText({ from, until }: DaysPastDue): string {
  return from === undefined && until === undefined ? '' : `${from ?? 0}-${until ?? ''}`;
}

/** Back from text; of anything else all. */
export function pastDueOf(text: string): DaysPastDue {
  const [, from, until] = /^(\d{1,5})-(\d{0,5})$/.exec(text) ?? [];
  return from === undefined ? {} : { from: Number(from), until: until === '' ? undefined : Number(until) };
}
