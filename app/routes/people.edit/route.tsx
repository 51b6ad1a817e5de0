import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {Button} from 'nhsuk-react-components';
import {ChangedMeanwhile} from '../../components/admin/changed-meanwhile.tsx';
import styles from '../../components/people/people.scss?url';
import {PersonFields} from '../../components/people/person-fields.tsx';
import {RecordFrame} from '../../components/people/record-frame.tsx';
import {SectionForm} from '../../components/people/section-form.tsx';
import {FormProblems} from '../../components/staff/form-problems.tsx';
import {HeldNotice} from '../../components/staff/held-notice.tsx';
import {Submission} from '../../components/staff/submission.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {aboutFields, typedAbout} from '../../domain/people/about-person.ts';
import {rowsToType, typedRows} from '../../domain/people/read-section.ts';
import {typedValue} from '../../domain/people/record-fields.ts';
import {sectionOf} from '../../domain/people/record-sections.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {
  askAgain,
  editorOf,
  idOf,
  missing,
  openedRecord,
  versionOf,
  viewOf,
} from '../people.record/people-request.server.ts';
import {savePart} from './save-part.server.ts';

export const handle = {door: 'people.change'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({params, request, context}: LoaderFunctionArgs) {
  const {key, section} = partOf(params.section);
  const record = await openedRecord({context, request}, idOf(params.id), key);
  const held = await typedBefore(context, request);
  return {
    title: 'Change a record',
    isIndexed: false,
    submission: newSubmission(),
    banner: viewOf(record).banner,
    part: {
      title: section?.title ?? 'About the person',
      one: section?.one ?? '',
      most: section?.most ?? 1,
      intro: section?.intro,
      fields: section?.fields ?? aboutFields,
    },
    isHeld: held !== null,
    // What was typed before signing in again was made from the version that stood in that form.
    version: held ? versionOf(held) : (record.versions.get(key)?.version ?? 0),
    rows: section && (held ? typedRows(section, held) : rowsToType(section, record.rows[key]!)),
    values: section
      ? null
      : held
        ? typedAbout(held)
        : Object.fromEntries(aboutFields.map((field) => [field.name, typedValue(field, record.person[field.name])])),
  };
}

export async function action({params, request, context}: ActionFunctionArgs) {
  const personId = idOf(params.id);
  const {section} = partOf(params.section);
  const form = await request.formData();
  const editor = await editorOf({context, request}, personId, form, 'people.change');
  const refused = await savePart(context, editor, {personId, section, seen: versionOf(form)}, form);
  if (refused === 'closed') return askAgain({context, request}, personId, form);
  // A new number for the form: it is filled in anew now.
  if (refused) return data({...refused, submission: newSubmission()}, {status: refused.status});
  return redirect(`/people/${personId}`, 303);
}

function partOf(key: string | undefined) {
  const section = sectionOf(key);
  if (!section && key !== 'about') throw missing();
  return {key: key!, section};
}

export const meta = pageMeta;

/** One part of a record, to be changed. */
export default function EditRecord() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const {banner, part, isHeld} = shown;
  const {rows, values, version, submission} = answer ?? shown;
  const problems = answer?.problems ?? {};
  return (
    <RecordFrame banner={banner}>
      <FormProblems problems={problems} />
      <h1>{part.title}</h1>
      {part.intro && <p>{part.intro}</p>}
      <ChangedMeanwhile versions={answer?.versions ?? null} />
      {isHeld && !answer && <HeldNotice />}
      {rows ? (
        <SectionForm
          key={version}
          section={part}
          rows={rows}
          version={version}
          submission={submission}
          problems={problems}
        />
      ) : (
        <form key={version} method="post" noValidate>
          <Submission number={submission} />
          <input type="hidden" name="version" value={version} autoComplete="off" />
          <PersonFields fields={part.fields} values={values ?? {}} problems={problems} />
          <Button type="submit">Save</Button>
        </form>
      )}
    </RecordFrame>
  );
}
