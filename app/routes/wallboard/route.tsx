import {data, type HeadersArgs, type LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {GoneBoard} from '../../components/wallboard/gone-board.tsx';
import {Wallboard} from '../../components/wallboard/wallboard.tsx';
import styles from '../../components/wallboard/wallboard.scss?url';
import {pageMeta} from '../../http/page-meta.ts';
import {lookAtWallboard, WALLBOARD_HEADERS} from './look.server.ts';

/** A page by itself, without the frame of the staff side. */
export const handle = {door: 'wallboard', isBare: true};
export const links = () => [{rel: 'stylesheet', href: styles}];

export async function loader(args: LoaderFunctionArgs) {
  const {state, status, board} = await lookAtWallboard(args);
  const {isDemonstration} = args.context.config;
  return data(
    {title: 'Wallboard', isIndexed: false, state, board, isDemonstration},
    {status, headers: WALLBOARD_HEADERS},
  );
}

export const headers = ({loaderHeaders}: HeadersArgs) => loaderHeaders;
export const meta = pageMeta;

/** The desk at a glance, on a screen where nobody is signed in. */
export default function WallboardPage() {
  const {state, board, isDemonstration} = useLoaderData<typeof loader>();
  if (board === null) return <GoneBoard state={state === 'open' ? 'unknown' : state} />;
  return <Wallboard first={board} isDemonstration={isDemonstration} />;
}
