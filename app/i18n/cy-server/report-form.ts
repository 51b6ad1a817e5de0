import type {ServerText} from '../en-server.ts';
import type {PartialText} from '../partial-text.ts';

/** 'Is something wrong?', in Welsh. */
export const reportForm: PartialText<ServerText['reportForm']> = {
  title: 'Oes rhywbeth o’i le?',
  lede: (name) => `Dywedwch wrthym beth sydd o’i le ar y dudalen am ${name}. Bydd rhywun yn ein tîm yn ei wirio.`,
  question: 'Beth sydd o’i le?',
  problems: {
    closed: 'Mae wedi cau neu wedi dod i ben',
    contact: 'Nid yw’r rhif ffôn, yr e-bost neu’r wefan yn gweithio',
    times: 'Mae’r diwrnodau neu’r amserau’n anghywir',
    place: 'Mae’r lle neu’r cyfeiriad yn anghywir',
    cost: 'Mae’r gost yn anghywir',
    other: 'Rhywbeth arall',
  },
  message: 'Beth ddylai ei ddweud?',
  optional: 'Gallwch adael hwn yn wag',
  messageHint:
    'Peidiwch ag ysgrifennu dim amdanoch chi’ch hun na phobl eraill, fel enwau, cyfeiriadau neu iechyd. Ni allwn ysgrifennu’n ôl.',
  send: 'Anfon',
  back: (name) => `Yn ôl i ${name}`,
  errorTitle: 'Mae problem',
  errors: {
    chooseProblem: 'Dewiswch beth sydd o’i le',
    sayWhatElse: 'Ysgrifennwch beth sydd o’i le',
    messageTooLong: 'Gwnewch ef yn fyrrach: 2,000 o lythrennau ar y mwyaf',
    tooMany:
      'Mae llawer iawn o negeseuon wedi dod o’r lle hwn. Mae’r hyn a ysgrifennoch yn aros yma: rhowch gynnig arall arni ymhen ychydig funudau',
  },
  errorPrefix: 'Gwall:',
  sentTitle: 'Diolch. Mae eich neges gyda ni',
  sent: 'Bydd rhywun yn ei gwirio, fel arfer o fewn wythnos. Mae eich neges yn helpu’r person nesaf sy’n edrych.',
  urgent:
    'Os nad yw rhywun yn ddiogel oherwydd yr hyn a welsoch, peidiwch ag aros amdanom ni. Mewn perygl, ffoniwch 999. Gallwch hefyd siarad â rhywun yn ein tîm.',
  talk: 'Siarad â rhywun',
};
