/** The wordings of one count. Languages with more forms than English (Welsh, Polish) give the others too. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string};

const rules = new Map<string, Intl.PluralRules>();

/** Picks the wording for a count by the rules of the language, and puts the number in place of `#`. */
export function plural(locale: string, count: number, forms: PluralForms): string {
  let rule = rules.get(locale);
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)));
  return (forms[rule.select(count)] ?? forms.other).replaceAll('#', count.toLocaleString(locale));
}
