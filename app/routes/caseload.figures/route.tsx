import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {Button, TextInput} from 'nhsuk-react-components';
import {CaseloadNav} from '../../components/caseload/caseload-nav.tsx';
import styles from '../../components/figures/figures.scss?url';
import {PartedFigure, TableFigure} from '../../components/figures/table-figure.tsx';
import {ChoiceSelect} from '../../components/staff/choice-select.tsx';
import {hasRole} from '../../domain/access/viewer.ts';
import {smallNumberRule} from '../../domain/figures/figure-rules.ts';
import {GROUPINGS} from '../../domain/measures/measure-figures.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {staffOf} from '../../http/staff.server.ts';
import {tabsOf} from '../caseload.home/tabs.server.ts';
import {
  CONTRACT_RULE,
  DOMAINS_RULE,
  figuresAsked,
  figureTables,
  ONWARD_RULE,
  USE_RULE,
  WALKING_RULE,
  WANTED_RULE,
} from './figure-page.server.ts';

export const handle = {door: 'cases.figures'};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader({request, context}: LoaderFunctionArgs) {
  const asked = figuresAsked(request);
  const {chosen, choices, from, to, by} = asked;
  const {reliableChange, better, least, most} = chosen.score;
  return {
    title: 'Did it help?',
    // An analyst has figures and no caseload.
    tabs: hasRole(staffOf(context), 'team_lead') ? await tabsOf(context) : null,
    isIndexed: false,
    choices: choices.map(({key, name}) => ({key, name})),
    ...{chosen: chosen.key, from, to, by},
    scaleSays: `${least} to ${most}; ${better} is better.`,
    errorSays: reliableChange
      ? `Improved means by ${reliableChange.points} points or more, which is beyond measurement error. ${reliableChange.source}.`
      : 'Nobody has agreed a measurement error for this score: improved means any change at all for the better.',
    smallNumberSays: smallNumberRule(context.config.figures.smallNumbers),
    ...{walkingSays: WALKING_RULE, onwardSays: ONWARD_RULE, contractSays: CONTRACT_RULE},
    ...{domainsSays: DOMAINS_RULE, useSays: USE_RULE, wantedSays: WANTED_RULE},
    tables: await figureTables(context, asked),
  };
}

export const meta = pageMeta;

/** Whether it helped, in figures: who engages, how soon, and each person's first score against their own latest. */
export default function MeasureFiguresPage() {
  const page = useLoaderData<typeof loader>();
  const {choices, chosen, from, to, by, tables, tabs} = page;
  const file = `/caseload/figures/file?${new URLSearchParams({score: chosen, by, from, to}).toString()}`;
  return (
    <div className="page__inner caseload">
      {tabs && <CaseloadNav here="/caseload/figures" {...tabs} />}
      <h1>Did it help?</h1>
      <form className="figures-filter">
        <ChoiceSelect name="score" label="Score" value={chosen} options={choices} />
        <ChoiceSelect name="by" label="By" value={by} options={GROUPINGS} />
        <TextInput id="from" name="from" type="date" label="From" defaultValue={from} />
        <TextInput id="to" name="to" type="date" label="Until" defaultValue={to} />
        <Button type="submit">Show</Button>
      </form>
      <p className="figures-note">
        <a href={file}>All of this as a file for a spreadsheet (CSV)</a>
      </p>
      <TableFigure id="walking" title="From a referral to walking along" table={tables.walking} says={page.walkingSays}>
        There is nothing to count yet: nobody was referred between these days.
      </TableFigure>
      <TableFigure id="onward" title="Passed on to services" table={tables.onward} says={page.onwardSays}>
        There is nothing to count yet: nobody was passed on between these days.
      </TableFigure>
      <TableFigure
        id="paired"
        title="First and latest score of the same case"
        table={tables.paired}
        says={`Cases opened between these days. ${page.scaleSays} ${page.errorSays} Whoever has one score only counts as measured, and for nothing else. The interval is Student’s t.`}
      >
        There is nothing to count yet. Cases stand here once this score was taken at least once, between these days.
      </TableFigure>
      <TableFigure
        id="contract"
        title="The loneliness contract: start, 6 and 18 months"
        table={tables.contract}
        says={page.contractSays}
      >
        There is nothing to count yet: no case about loneliness was opened between these days and measured at its start.
      </TableFigure>
      <TableFigure id="pay" title="What the loneliness contract pays" table={tables.pay} says={tables.paySays} />
      <PartedFigure id="wanted" title="What people want" parts={tables.wanted} says={page.wantedSays}>
        There is nothing to count yet: no plan of a case that was opened between these days has a goal under a sentence.
      </PartedFigure>
      <PartedFigure id="domains" title="What got better in life" parts={tables.domains} says={page.domainsSays}>
        There is nothing to count yet: nobody has looked back on a case that was opened between these days.
      </PartedFigure>
      <PartedFigure id="use" title="Use of services, before and after" parts={tables.use} says={page.useSays}>
        There is nothing to count yet: no use of services is written down in cases opened between these days.
      </PartedFigure>
      <p className="figures-note">{page.smallNumberSays}</p>
    </div>
  );
}
