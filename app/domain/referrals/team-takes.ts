/** Whom a team takes, as a lead types it. Safe in the browser. */
import {readLists} from './provider-form.ts';

/** As it stands in the form. */
export interface TypedTeamTakes {
  outcodes: string;
  practices: string;
  languages: string;
  needs: string[];
}

/** A team takes who fits each kind of thing that it names; one that names nothing is given nobody by itself. */
export interface TeamTakes {
  outcodes: string[];
  /** Or networks of practices (PCNs), by the names the organisation gave them. */
  practices: string[];
  languages: string[];
  needs: string[];
}

type Problems = Partial<Record<keyof TypedTeamTakes, string>>;

export const typedTeamTakes = (form: FormData): TypedTeamTakes => {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 20_000);
  return {
    outcodes: text('outcodes'),
    practices: text('practices'),
    languages: text('languages'),
    needs: form.getAll('needs').map(String).slice(0, 200),
  };
};

export const typeTeamTakes = ({outcodes, practices, languages, needs}: TeamTakes): TypedTeamTakes => ({
  outcodes: outcodes.join(', '),
  practices: practices.join('\n'),
  languages: languages.join('\n'),
  needs,
});

/** Reads what was typed, or says beside each field what has to be put right. */
export function readTeamTakes(typed: TypedTeamTakes): {ok: true; takes: TeamTakes} | {ok: false; problems: Problems} {
  const problems: Problems = {};
  const lists = readLists(typed, problems);
  return Object.keys(problems).length > 0 ? {ok: false, problems} : {ok: true, takes: {...lists, needs: typed.needs}};
}

/** 'RG12, RG42; Forest PCN; for loneliness', or that it names nothing. @param needNames of its needs, in words */
export const takesInWords = ({outcodes, practices, languages}: TeamTakes, needNames: readonly string[]): string =>
  [outcodes.join(', '), practices.join(', '), languages.join(', '), needNames.join(', ')].filter(Boolean).join('; ') ||
  'Nobody by itself: each is given to it by hand';
