/** A choice with the name that people know it by. */
type Named = { readonly value: string; readonly label: string };

/** The currencies of the world with their names, as far as the browser knows them. */
export function currenciesOfTheWorld(): readonly Named[] {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({ value, label: names.of(value) ?? value }));
}

/** The time zones of the world; UTC is one, though browsers leave it out. */
export function timeZonesOfTheWorld(): readonly Named[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map((value) => ({ value, label: value }));
}
