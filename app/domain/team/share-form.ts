/** Who was chosen for which case, as a lead's form sends it. Safe in the browser. */

export interface Choice {
  caseId: string;
  /** The version it was shown with. */
  version: number;
  workerId: string;
}

/** The field of a case in the form. */
export const fieldOf = (caseId: string) => `to-${caseId}`;
export const versionFieldOf = (caseId: string) => `version-${caseId}`;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What was chosen; what was left alone, or makes no sense, is not there. */
export function readChoices(form: FormData): Choice[] {
  return Object.entries(typedChoices(form)).flatMap(([caseId, workerId]) => {
    const version = Number(form.get(versionFieldOf(caseId)) ?? NaN);
    const isOne = ID.test(caseId) && ID.test(workerId) && Number.isInteger(version) && version > 0 && version < 2 ** 31;
    return isOne ? [{caseId, version, workerId}] : [];
  });
}

/** What stands in the selects, by case: also what was emptied. */
export const typedChoices = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()]
      .filter(([name]) => name.startsWith('to-'))
      .map(([name, value]) => [name.slice(3), String(value)]),
  );
