import {data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useActionData, useLoaderData} from '@remix-run/react';
import {BackLink, Button} from 'nhsuk-react-components';
import {PageLinks} from '../../components/admin/page-links.tsx';
import {StaffFilterForm} from '../../components/admin/staff-filter-form.tsx';
import {StaffTable} from '../../components/admin/staff-table.tsx';
import {listStaff, STAFF_PAGE} from '../../domain/administration/list-staff.server.ts';
import {typedName} from '../../domain/administration/names.ts';
import {partnersToChoose} from '../../domain/administration/partners.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {typedBefore} from '../../http/staff.server.ts';
import {adminSetting, pageOf} from '../admin.home/admin-request.server.ts';
import {listAddress, readFilter} from './staff-filter.ts';

export const handle = {door: 'admin.staff'};

export async function loader({request, context}: LoaderFunctionArgs) {
  const setting = adminSetting(context);
  const held = await typedBefore(context, request);
  const filter = readFilter(held ?? new URL(request.url).searchParams);
  const page = pageOf(request);
  const [partners, {staff, total}] = await Promise.all([
    partnersToChoose(setting),
    listStaff(setting, {...filter, page}),
  ]);
  return {
    title: 'People who work here',
    pageSize: STAFF_PAGE,
    filter,
    name: held ? typedName(held, 'name') : '',
    page,
    staff,
    total,
    partners: partners.map(({id, name}) => ({id, name})),
  };
}

/** A search by name. Without a name the list has an address of its own. */
export async function action({request, context}: ActionFunctionArgs) {
  const form = await request.formData();
  const filter = readFilter(form);
  const name = typedName(form, 'name');
  if (name === '') return redirect(listAddress(filter), {status: 303});
  return data({name, filter, ...(await listStaff(adminSetting(context), {...filter, name}))});
}

export const meta = pageMeta;

export default function AdminStaff() {
  const listed = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const {staff, total, filter} = found ?? listed;
  return (
    <div className="page__inner admin">
      <BackLink href="/admin">Administration</BackLink>
      <h1>People who work here</h1>
      <p>
        <Button href="/admin/staff/new">Invite someone</Button>
      </p>
      <StaffFilterForm {...filter} name={found?.name ?? listed.name} partners={listed.partners} />
      <div role="status">
        <h2>{total === 0 ? 'Nobody found' : total === 1 ? '1 account' : `${total} accounts`}</h2>
      </div>
      {total === 0 && <p>Try a part of the name, or choose less.</p>}
      {total > 0 && <StaffTable staff={staff} showsPartner={listed.partners.length > 1} />}
      {found && total > listed.pageSize && (
        <p>These are the first {listed.pageSize}. Type more of the name to see fewer.</p>
      )}
      {!found && (
        <PageLinks
          page={listed.page}
          pages={Math.ceil(total / listed.pageSize)}
          href={(page) => listAddress(listed.filter, page)}
        />
      )}
    </div>
  );
}
