/**
 * `npm run recount`: counts every figure of `/caseload/figures` again from raw rows and compares. It reads
 * only, and works while the site runs.
 */
import {readFileSync} from 'node:fs';
import type {Asker} from '../app/domain/people/staff-request.ts';
import {within} from '../db/within.ts';
import {compareAll} from './recount-compare.ts';
import type {RawTariff} from './recount-contract.ts';
import {tellFailure} from './steps/lasting-command.ts';
import {withDatabase} from './steps/reach-engines.ts';
import {say, Stop} from './steps/report.mjs';

try {
  await withDatabase(2, async (owner, {contractFile}) => {
    const [viewer] = await within(
      owner,
      {purpose: 'sign-in'},
      (tx) => tx<Asker['viewer'][]>`
        select staff.id as staff_id, partner_id, staff.partnership_id, staff.id as session_id
        from staff
        join partners on partners.id = staff.partner_id and is_host
        join staff_roles on staff_roles.staff_id = staff.id and role = 'analyst'
        where staff.disabled_at is null
        limit 1
      `,
    );
    if (!viewer) throw new Stop('There is no analyst of the host, for whom the whole area is counted');
    const to = new Date().toISOString().slice(0, 10);
    // As it stands there, and not by way of the product.
    const tariffs = contractFile ? (JSON.parse(readFileSync(contractFile, 'utf8')) as RawTariff[]) : null;
    const span = {from: '2000-01-01', to};
    const {figures, differences} = await compareAll({owner, web: owner}, viewer, span, tariffs);
    for (const one of differences) say(one);
    say(`${figures.toLocaleString('en-GB')} figures counted again, ${differences.length} of them differ`);
    if (differences.length > 0) process.exitCode = 1;
  });
} catch (error) {
  tellFailure(error);
  process.exitCode = 1;
}
