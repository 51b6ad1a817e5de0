import type {Text} from '../en.ts';
import type {PartialText} from '../partial-text.ts';
import {plural} from '../plural.ts';

/** The list a visitor keeps, in Welsh. */
export const shortlist: PartialText<Text['shortlist']> = {
  emptyTitle: 'Dim byd ar eich rhestr eto',
  empty:
    'Pan ddewch o hyd i rywbeth rydych yn ei hoffi, pwyswch ‘Ychwanegu at eich rhestr’. Yna gallwch ei hargraffu, neu ei hanfon at rywun. Nid oes angen cyfrif arnoch.',
  sharedEmpty: 'Nid oes dim sydd ar y rhestr hon ar Fingerpost mwyach.',
  look: 'Chwilio am gymorth a phethau i’w gwneud',
  cookie: 'Cedwir eich rhestr yn y porwr hwn am dri mis. Ni all neb arall ei gweld oni bai eich bod yn ei rhannu.',
  takeOff: 'Tynnu oddi arni',
  putBack: 'Rhoi yn ôl',
  takenOff: 'Wedi’i dynnu oddi ar eich rhestr.',
  named: (name) => `: ${name}`,
  print: 'Argraffu’r rhestr',
  howToPrint: 'I argraffu’r rhestr, dewiswch Argraffu yn newislen eich porwr.',
  share: 'Rhannu’r rhestr',
  shareHint: 'Mae pawb sydd â’r ddolen hon yn gweld beth sydd ar y rhestr, a dim byd amdanoch chi.',
  shareLink: 'Dolen i’r rhestr hon',
  copy: 'Copïo’r ddolen',
  copied: 'Mae’r ddolen wedi’i chopïo.',
  notCopied: 'Ni weithiodd y copïo. Pwyswch a daliwch y ddolen i’w chopïo.',
  email: 'Anfon drwy e-bost',
  clear: 'Tynnu popeth oddi arni',
  clearConfirm: 'Iawn, tynnu popeth oddi arni',
  keep: 'Cadw’r rhain ar eich rhestr eich hun',
  kept: 'Mae’r rhain i gyd ar eich rhestr eich hun.',
  toOwn: 'Gweld eich rhestr eich hun',
  phone: 'Ffôn',
  announce: (count) =>
    plural('cy', count, {
      one: '# peth ar eich rhestr',
      two: '# beth ar eich rhestr',
      few: '# pheth ar eich rhestr',
      many: '# pheth ar eich rhestr',
      other: '# o bethau ar eich rhestr',
    }),
};
