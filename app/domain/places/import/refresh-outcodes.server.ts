import {type ISql} from '../../../../db/client.ts';

/**
 * Moves the centre of each outcode to the middle of its imported postcodes, and gives it the district most of them are in.
 * Towns stay, for the postcode files hold none. Gives the number of outcodes that changed.
 */
export async function refreshOutcodes(sql: ISql): Promise<number> {
  const {count} = await sql`
    insert into outcodes (outcode, latitude, longitude, district_gss, source)
    select
      split_part(postcode, ' ', 1) as outcode,
      avg(latitude),
      avg(longitude),
      mode() within group (order by district_gss),
      max(source)
    from postcodes
    where source in ('onspd', 'code-point-open')
    group by 1
    on conflict (outcode) do update
    set latitude = excluded.latitude, longitude = excluded.longitude,
      district_gss = coalesce(excluded.district_gss, outcodes.district_gss), source = excluded.source
    where (outcodes.latitude, outcodes.longitude, outcodes.source)
      is distinct from (excluded.latitude, excluded.longitude, excluded.source)
      or outcodes.district_gss is distinct from coalesce(excluded.district_gss, outcodes.district_gss)
  `;
  return count;
}
