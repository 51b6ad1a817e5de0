/** As the database has it. */
const LONGEST_NAME = 200;

/** One line as it was typed, without spaces around it and doubled ones. */
export const typedName = (form: FormData, field: string): string =>
  String(form.get(field) ?? '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 500);

/** @param missing what to say when there is none, such as 'Enter the name of the team' */
export function nameProblem(name: string, missing: string): string | null {
  if (name === '') return missing;
  return name.length > LONGEST_NAME ? `Use at most ${LONGEST_NAME} characters` : null;
}
