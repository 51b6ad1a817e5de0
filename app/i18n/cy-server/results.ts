import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

const things = (count: number) =>
  plural('cy', count, {
    one: '# canlyniad',
    two: '# ganlyniad',
    few: '# chanlyniad',
    many: '# chanlyniad',
    other: '# canlyniad',
  });

/** What the results page and its cards say, in Welsh. */
export const results: PartialText<ServerText['results']> = {
  unknownPlace: (words) =>
    `Nid ydym yn gwybod am le o’r enw ‘${words}’. Edrychwch ar y sillafu, neu rhowch gynnig ar god post.`,
  didYouMean: 'Ai un o’r rhain oedd gennych mewn golwg?',
  anywhere: 'Mae’r rhain o bobman, gan nad ydym yn gwybod am y lle a roesoch.',
  degraded:
    'Nid yw’r chwilio ar ei orau ar hyn o bryd, felly gall rhai canlyniadau fod ar goll. Dylai fod yn ôl i’r arfer yn fuan.',
  unread:
    'Dim ond geiriau Saesneg, Cymraeg a Phwyleg y gallwn eu darllen, felly dyma bopeth. Dewiswch iaith wrth gyfyngu’r canlyniadau, neu gofynnwch i rywun.',
  heading: ({matches, others}, place, typed, isOnMap = false) => {
    const nothing = typed ? `Dim byd wedi’i ganfod ar gyfer ‘${typed}’` : 'Dim byd wedi’i ganfod';
    const found = matches === 0 ? nothing : things(matches);
    const where = place ? ` ger ${place}${isOnMap ? ', yn yr ardal ar y map' : ''}` : '';
    const more = matches === 0 ? `, ond ${things(others)} a allai helpu` : `, a ${others} arall a allai helpu`;
    return `${found}${where}${others > 0 ? more : ''}`;
  },
  othersTitle: (matches) => (matches === 0 ? 'Gallai’r rhain helpu' : 'Gallai’r rhain helpu hefyd'),
  mayHelp: 'Gallai helpu',
  othersNote: 'Nid dyma’n union beth a deipiwyd, ond maent yn ymwneud â rhywbeth tebyg.',
  namesakes: 'Lleoedd eraill o’r un enw:',
  roughPlace: (place) => `Mesurir y pellteroedd o ganol ${place}, felly bras ydynt.`,
  fewTitle: (count) => (count === 0 ? 'Ffyrdd o ddod o hyd i fwy' : 'Dim llawer? Rhowch gynnig ar un o’r rhain'),
  fewFound: (count) => (count === 0 ? 'dim' : things(count)),
  spelling: (words) => `Chwilio am ‘${words}’ yn lle hynny`,
  widerTo: (miles) => `Edrych hyd at ${miles} milltir i ffwrdd`,
  widerToAny: 'Edrych ar unrhyw bellter',
  dropFilter: (name) => `Peidio â chyfyngu i ‘${name}’`,
  dropWord: (word) => (word ? `Hepgor ‘${word}’` : 'Hepgor y geiriau a deipiwyd'),
  startAgain: 'Edrych ar bopeth',
  startAgainNear: (place) => `Edrych ar bopeth ger ${place}`,
  need: (name) => `Gweld popeth ar gyfer ‘${name}’`,
  care: {
    crisis: {
      title: 'Os gallech wneud niwed i chi’ch hun, neu os na allwch gadw’n ddiogel, ffoniwch nawr',
      lines: [
        {words: 'Mewn perygl nawr:', tel: '999', number: '999'},
        {
          words: 'Cymorth brys ar gyfer eich iechyd meddwl, ddydd neu nos:',
          tel: '111',
          number: '111, yna dewiswch 2',
        },
        {words: 'Rhywun i wrando, ddydd neu nos, am ddim:', tel: '116123', number: '116 123 (Samariaid)'},
      ],
    },
    abuse: {
      title: 'Os oes rhywun yn eich brifo neu os ydych yn ofnus, gallwch ffonio nawr',
      lines: [
        {words: 'Mewn perygl nawr. Os na allwch siarad, pwyswch 55 pan ofynnir i chi:', tel: '999', number: '999'},
        {
          words: 'Llinell gymorth genedlaethol cam-drin domestig, ddydd neu nos, am ddim:',
          tel: '08082000247',
          number: '0808 2000 247',
        },
      ],
    },
    child: {
      title: 'Os oes plentyn yn cael ei frifo, neu os ydych yn ifanc ac yn ofnus, ffoniwch nawr',
      lines: [
        {words: 'Mewn perygl nawr. Os na allwch siarad, pwyswch 55 pan ofynnir i chi:', tel: '999', number: '999'},
        {words: 'Childline, i unrhyw un o dan 19 oed, am ddim:', tel: '08001111', number: '0800 1111'},
        {
          words: 'NSPCC, i oedolyn sy’n poeni am blentyn, am ddim:',
          tel: '08088005000',
          number: '0808 800 5000',
        },
      ],
    },
    emergency: {
      title: 'Os yw hyn yn digwydd nawr, peidiwch ag aros: ffoniwch 999',
      lines: [
        {words: 'Ambiwlans, nawr:', tel: '999', number: '999'},
        {words: 'Os nad ydych yn siŵr, neu os gall aros ychydig:', tel: '111', number: '111'},
      ],
    },
  },
  ask: {
    title: 'Ddim yn siŵr, neu does dim yma sy’n addas?',
    words: 'Siaradwch â rhywun. Byddwn yn chwilio gyda chi, ac efallai y gwyddom am bethau nad ydynt ar y rhestr hon.',
    link: 'Siarad â rhywun',
  },
  mapNeedsScript:
    'Mae angen JavaScript ar y map, ac mae hwnnw wedi’i ddiffodd yn y porwr hwn. Mae popeth sydd ar y map yn y rhestr.',
  range: (from, to, total) => `${from} i ${to} o ${total}`,
};

export const cardWords: PartialText<ServerText['cardWords']> = {
  milesAway: (miles) => {
    const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
    return rounded < 0.1
      ? 'Agos iawn'
      : plural('cy', rounded, {two: '# filltir i ffwrdd', other: '# milltir i ffwrdd'});
  },
  otherPlaces: (count) => (count === 1 ? 'ac 1 lle arall' : `a ${count} lle arall`),
  moreTimes: 'ac amserau eraill',
  how: {'in-person': 'Gofynnwch ble', 'at-home': 'Yn dod atoch chi', online: 'Ar-lein', phone: 'Dros y ffôn'},
  covers: (areas) => `Ar gyfer ${areas}`,
  free: 'Am ddim',
  freeFor: (who) => `Am ddim i ${who}`,
  pounds: (amount) => `£${Number.isInteger(amount) ? amount : amount.toFixed(2)}`,
  each: (price, per) => `${price} / ${per.replace(/^(per|an?|each) /i, '')}`,
  forWhom: (price, who) => `${price} (${who})`,
  from: (price) => `O ${price}`,
  askCost: 'Gofynnwch faint mae’n ei gostio',
  space: {
    open: 'Mae lle',
    limited: 'Ychydig leoedd ar ôl',
    'waiting-list': 'Rhestr aros',
    full: 'Yn llawn ar hyn o bryd',
  },
  spaceHeard: (space, day) => `${space}: dywedon nhw hynny ar ${day}`,
  checkedToday: 'Gwiriwyd heddiw',
  checkedDays: (days) => (days === 1 ? 'Gwiriwyd ddoe' : `Gwiriwyd ${days} diwrnod yn ôl`),
  checkedWeeks: (weeks) => (weeks === 1 ? 'Gwiriwyd wythnos yn ôl' : `Gwiriwyd ${weeks} wythnos yn ôl`),
  checkedMonths: (months) => (months === 1 ? 'Gwiriwyd fis yn ôl' : `Gwiriwyd ${months} mis yn ôl`),
  stale: 'Heb ei wirio ers dros flwyddyn. Ffoniwch cyn mynd.',
  neverChecked: 'Heb ei wirio eto. Ffoniwch cyn mynd.',
};
