import type {LoaderFunctionArgs} from '@remix-run/node';
import {useLoaderData} from '@remix-run/react';
import {CommonNeeds} from '../../components/home/common-needs.tsx';
import {HowItWorks} from '../../components/home/how-it-works.tsx';
import {OpeningScene} from '../../components/home/opening-scene.tsx';
import {TalkInvitation} from '../../components/home/talk-invitation.tsx';
import {SearchBox} from '../../components/search/search-box.tsx';
import {localeOf} from '../../http/locale.server.ts';
import {pageMeta} from '../../http/page-meta.ts';
import {siteAddress} from '../../http/secure.server.ts';
import {textFor} from '../../i18n/catalogue.server.ts';
import {namedIn} from '../../i18n/term-names.ts';

export const handle = {door: 'directory'};

export function loader({request, context}: LoaderFunctionArgs) {
  const {home, terms} = textFor(localeOf(request));
  const needs = context.vocabulary.needs.filter((need) => need.isCommon);
  return {
    ...home,
    lede: home.lede(context.config.areaName),
    canonical: `${siteAddress(context.config, request)}/`,
    needs: namedIn(terms.need, needs).map(({key, name}) => ({key, name})),
  };
}

export const meta = pageMeta;

export default function Home() {
  const home = useLoaderData<typeof loader>();
  return (
    <>
      <section className="opening">
        <OpeningScene />
        <div className="opening__inner">
          <h1 className="opening__title">{home.title}</h1>
          <p className="opening__lede">{home.lede}</p>
          <form className="opening__form" role="search" action="/search" method="get">
            <SearchBox isLarge />
          </form>
        </div>
      </section>
      <div className="page__inner">
        <CommonNeeds {...home} />
        <TalkInvitation {...home} />
        <HowItWorks {...home} />
      </div>
    </>
  );
}
