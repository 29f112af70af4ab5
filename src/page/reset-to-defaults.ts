/**
 * Shows in each field of a form what its template says, also after a person has used the field. Not by the setters of
 * `checked` and `value`: session recorders patch those, and would record what a patient ticks and writes.
 */
export function resetToDefaults(form: HTMLFormElement | null): void {
  const fields = [...(form?.elements ?? [])] as HTMLInputElement[];
  if (fields.some(isChanged)) form!.reset();
}

const isChanged = ({ checked, defaultChecked, value, defaultValue }: HTMLInputElement): boolean =>
  checked !== defaultChecked || value !== defaultValue;
