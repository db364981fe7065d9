import type { Form } from './form.ts';
import { form2019 } from './form-2019.ts';
import { form2021 } from './form-2021.ts';

/** Every official form, oldest first. The next version is one data file and one line here. */
export const forms: readonly Form[] = [form2019, form2021];

/** The form prescribed for a report year; the newest where the year is unknown. */
export function formOfYear(year: number | undefined): Form {
  const newest = forms[forms.length - 1] as Form;
  if (year === undefined) return newest;
  return forms.find((form) => year <= (form.years.to ?? Number.POSITIVE_INFINITY)) ?? newest;
}

export function formOfVersion(version: string): Form | undefined {
  return forms.find((form) => form.version === version);
}
