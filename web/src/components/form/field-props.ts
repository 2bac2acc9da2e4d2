import type { ReactNode } from 'react';
import type { FieldValues, Path } from 'react-hook-form';

/** What every field of a form is given; the form itself comes from the surrounding FormProvider. */
export type FieldProps<Values extends FieldValues> = {
  readonly name: Path<Values>;
  readonly label: string;
  readonly help?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
};
