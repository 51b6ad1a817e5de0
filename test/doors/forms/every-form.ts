import type {ServerBuild} from '@remix-run/node';
import {accountForms} from './account-forms.ts';
import {administrationForms} from './administration-forms.ts';
import {caseloadForms} from './caseload-forms.ts';
import {deskForms} from './desk-forms.ts';
import type {FormBed, FormCase} from './form-case.ts';
import {inboxForms} from './inbox-forms.ts';
import {leadForms} from './lead-forms.ts';
import {lettersForms} from './letters-forms.ts';
import {mdtForms} from './mdt-forms.ts';
import {measuresForms} from './measures-forms.ts';
import {onwardForms} from './onward-forms.ts';
import {peopleForms} from './people-forms.ts';
import {referForms} from './refer-forms.ts';
import {secondLevelForms} from './second-level-forms.ts';
import {summaryForms} from './summary-forms.ts';

/** All of them. */
export const everyForm = (bed: FormBed): FormCase[] =>
  [
    ...[peopleForms, deskForms, summaryForms, secondLevelForms],
    ...[
      caseloadForms,
      inboxForms,
      leadForms,
      measuresForms,
      onwardForms,
      mdtForms,
      lettersForms,
      referForms,
      administrationForms,
      accountForms,
    ],
  ].flatMap((forms) => forms(bed));

/** The routes of a build that take a POST, by the names of their folders. */
export const postRoutes = (build: ServerBuild): string[] =>
  Object.entries(build.routes).flatMap(([id, route]) =>
    route && 'action' in route.module && route.module.action ? [id.split('/')[1]!] : [],
  );
