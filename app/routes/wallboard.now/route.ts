import type {LoaderFunctionArgs} from '@remix-run/node';
import {lookAtWallboard, WALLBOARD_HEADERS} from '../wallboard/look.server.ts';

export const handle = {door: 'wallboard'};

/** What stands on a wallboard just now. */
export async function loader(args: LoaderFunctionArgs) {
  const {board, status} = await lookAtWallboard(args);
  return Response.json(board, {status, headers: WALLBOARD_HEADERS});
}
