import type {ISql} from '../../../db/client.ts';
import type {Report} from './listing-report-schema.ts';

/**
 * Keeps what someone says is wrong with a listing. `id` was made when the form was shown: the same form sent again (a double
 * click, a retry, a second tab) is the same report, with the words it was sent with last.
 */
export async function recordListingReport(sql: ISql, id: string, serviceId: string, report: Report): Promise<void> {
  await sql`
    insert into listing_reports (id, service_id, problem, message)
    values (${id}, ${serviceId}, ${report.problem}, ${report.message || null})
    on conflict (id) do update
    set problem = ${report.problem}, message = ${report.message || null}
    where listing_reports.service_id = ${serviceId}
  `;
}
