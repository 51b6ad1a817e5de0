import {randomUUID} from 'node:crypto';
import type {AdminForm} from '../../app/domain/administration/change.server.ts';
import type {Viewer} from '../../app/domain/access/viewer.ts';
import type {Sql} from '../../db/client.ts';

/** A form of this administrator, as it was just shown. */
export const formOf = (sql: Sql, viewer: Viewer, door: AdminForm['door'] = 'admin.staff'): AdminForm => ({
  sql,
  viewer,
  address: '192.0.2.1',
  door,
  submission: randomUUID(),
});
