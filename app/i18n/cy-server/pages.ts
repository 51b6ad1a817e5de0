import type {ServerText} from '../en-server.ts';

/** The pages of prose, in Welsh: each is whole, as its parts belong together. */
export const pages: ServerText['pages'] = {
  about: {
    title: 'Am Fingerpost',
    description: 'Beth yw Fingerpost, pwy sy’n ei gadw’n gyfredol, a sut i gywiro rhywbeth.',
    lede: 'Mae Fingerpost yn eich helpu i ddod o hyd i grwpiau, gwasanaethau a phobl yn eich ardal. Gall rhai helpu gyda phryder. Mae eraill yn gwmni da.',
    sections: [
      {
        heading: 'Ar gyfer pwy y mae',
        paragraphs: [
          'Pawb. Gallwch chwilio i chi’ch hun, i rywun sy’n bwysig i chi, neu i rywun rydych yn gweithio gyda nhw. Mae chwilio am ddim ac nid oes angen cyfrif arnoch.',
        ],
      },
      {
        heading: 'O ble mae’r ffeithiau’n dod',
        paragraphs: [
          'Mae’r bobl sy’n rhedeg pob grŵp neu wasanaeth yn dweud wrthym amdano. Mae pob tudalen yn dweud pryd y gwiriwyd y ffeithiau ddiwethaf, a gan bwy. Os oedd hynny dros flwyddyn yn ôl rydym yn dweud hynny, ac mae’n ddoeth ffonio yn gyntaf.',
          'Nid yw bod ar Fingerpost yn golygu ein bod yn argymell un gwasanaeth yn fwy nag un arall.',
        ],
      },
      {
        heading: 'Sut mae’r canlyniadau’n cael eu trefnu',
        paragraphs: ['Ni all neb dalu i ddod yn gyntaf. Mae’r pethau hyn yn cyfrif:'],
        points: [
          'pa mor dda mae’n cyfateb i’ch geiriau, a’r angen y tu ôl iddyn nhw',
          'pa mor agos ydyw at y lle a roesoch',
          'a oes lle',
          'pa mor ddiweddar y gwiriwyd y ffeithiau',
        ],
      },
      {
        heading: 'Mae rhywbeth o’i le neu ar goll',
        paragraphs: [
          'Mae dolen ar bob tudalen i ddweud wrthym. Rydym yn darllen pob neges. Diolch am helpu eich cymdogion.',
        ],
      },
    ],
  },

  accessibility: {
    title: 'Hygyrchedd',
    description:
      'Sut mae Fingerpost wedi’i wneud fel y gall pawb ei ddefnyddio, a beth i’w wneud pan fydd rhywbeth yn y ffordd.',
    lede: 'Dylai Fingerpost weithio i bawb. Os bydd rhywbeth yn eich rhwystro, rydym am wybod.',
    sections: [
      {
        heading: 'Beth ddylech chi allu ei wneud',
        paragraphs: [],
        points: [
          'gwneud y testun hyd at bedair gwaith yn fwy heb golli dim',
          'defnyddio’r wefan gyfan gyda bysellfwrdd, neu drwy siarad â’ch dyfais',
          'gwrando ar y wefan gyda darllenydd sgrin',
          'defnyddio eich lliwiau eich hun, neu gyferbyniad uchel',
          'defnyddio’r wefan heb JavaScript, ar hen ffôn neu linell araf',
          'argraffu unrhyw dudalen',
        ],
      },
      {
        heading: 'Y map',
        paragraphs: [
          'Mae popeth sydd ar y map yn y rhestr wrth ei ochr hefyd. Nid oes byth angen y map arnoch i ddod o hyd i rywbeth nac i gyrraedd yno.',
        ],
      },
      {
        heading: 'Y rheol rydym yn ei dilyn',
        paragraphs: [
          'Rydym yn adeiladu yn ôl y Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2, lefel AA. Mae pob tudalen yn cael ei phrofi bob tro mae’r wefan yn newid: am gamgymeriadau y gall peiriant eu gweld, gyda bysellfwrdd yn unig, a gyda JavaScript wedi’i ddiffodd.',
          'Mae dau beth heb eu gorffen. Nid yw pobl sy’n siarad Cymraeg a Phwyleg bob dydd wedi darllen ein Cymraeg a’n Pwyleg eto. Ac mae’r hyn mae grwpiau’n ei ysgrifennu amdanyn nhw eu hunain yn Saesneg gan amlaf, ac efallai nad yw bob amser yn eglur.',
        ],
      },
      {
        heading: 'Dywedwch wrthym',
        paragraphs: [
          'Os na allwch ddefnyddio rhan o’r wefan hon, neu os oes angen y ffeithiau arnoch ar ffurf arall (print bras, hawdd ei ddeall, yn eich iaith, neu wedi’u darllen ar goedd), cysylltwch â’r tîm ar y dudalen ‘Siarad â rhywun’.',
        ],
      },
    ],
  },

  privacy: {
    title: 'Preifatrwydd',
    description: 'Beth mae Fingerpost yn ei gadw pan fyddwch yn ei ddefnyddio, a beth nad yw byth yn ei gadw.',
    lede: 'Gallwch ddefnyddio Fingerpost heb ddweud wrthym pwy ydych chi. Rydym yn cadw cyn lleied ag y gallwn.',
    sections: [
      {
        heading: 'Pan fyddwch yn chwilio',
        paragraphs: [
          'Rydym yn nodi’r geiriau a deipiwyd gennych, rhan gyntaf y cod post (fel RG12), yr hidlwyr a ddewiswyd gennych, faint o ganlyniadau oedd, a beth a agorwyd. Mae hyn yn dangos i ni ble mae cymorth ar goll.',
          'Nid ydym yn nodi pwy ydych chi, eich cod post llawn, na chyfeiriad eich dyfais. Rydym yn tynnu rhifau a chyfeiriadau e-bost allan. Peidiwch â theipio enwau: ni allwn wahaniaethu rhwng pob enw a gair arall.',
          'Rydym yn clirio hyn i gyd ar ôl 13 mis.',
        ],
      },
      {
        heading: 'Eich rhestr',
        paragraphs: [
          'Cedwir y rhestr a wnewch yn eich porwr eich hun, mewn cwci o’r enw ‘shortlist’, am dri mis. Tynnwch bopeth oddi ar eich rhestr ac mae’r cwci’n mynd hefyd.',
          'Os byddwch yn rhannu eich rhestr, mae’r ddolen yn cynnwys rhifau’r tudalennau sydd arni a dim byd amdanoch chi.',
        ],
      },
      {
        heading: 'Pan fyddwch yn gofyn am weithiwr cyswllt',
        paragraphs: [
          'Cedwir yr hyn a deipiwch am 14 diwrnod, fel y gallwch stopio a dod yn ôl. Dim ond eich dolen eich hun sy’n ei agor. Mae cwci o’r enw ‘refer’ yn dod o hyd iddo eto am un diwrnod.',
          'Pan fyddwch yn ei anfon, mae’n mynd at y gweithwyr cyswllt a fydd yn cysylltu â chi. Ni all neb arall sy’n defnyddio’r wefan hon ei weld.',
        ],
      },
      {
        heading: 'Pan fydd gennych ddolen breifat',
        paragraphs: [
          'Anfonir dolen eu hunain at rai pobl: at ychydig o gwestiynau, cynllun, llythyr neu dudalen breifat. Gall pawb sydd â’r ddolen ei hagor, felly cadwch hi i chi’ch hun.',
          'Os oes cod ar y dudalen, mae cwci o’r enw ‘__Host-private’ yn cofio am un diwrnod eich bod wedi’i roi. Rydym yn nodi pan gaiff tudalen o’r fath ei hagor.',
        ],
      },
      {
        heading: 'Cwcis eraill',
        paragraphs: [
          'Os dewiswch iaith, mae cwci o’r enw ‘lang’ yn ei chofio am flwyddyn. Os dywedwch wrthym fod rhywbeth o’i le, mae cwci o’r enw ‘report’ yn sicrhau bod eich neges yn cyfrif unwaith. Mae’n mynd ar ôl 30 munud.',
          'Nid oes hysbysebion ac nid oes olrhain.',
        ],
      },
      {
        heading: 'Ar gyfrifiadur a rennir',
        paragraphs: [
          'Mae’r tudalennau rydych yn ymweld â nhw yn aros yn hanes y porwr. Gallwch ddefnyddio ffenestr breifat, neu glirio’r hanes pan fyddwch wedi gorffen.',
        ],
      },
      {
        heading: 'Mapiau',
        paragraphs: [
          'Os yw’r wefan hon wedi’i gosod i nôl ei map o sefydliad arall, mae’r sefydliad hwnnw’n gweld pa ran o’r map rydych yn edrych arni. Nid yw’n gweld am beth y chwilioch.',
        ],
      },
    ],
  },

  talk: {
    title: 'Siarad â rhywun',
    description: 'Ffoniwch neu ysgrifennwch at berson a all chwilio gyda chi.',
    lede: 'Does dim rhaid i chi wybod beth sydd ei angen arnoch. Dywedwch wrthym beth sy’n digwydd, yn eich geiriau eich hun. Byddwn yn gwrando, ac yn chwilio gyda chi.',
    phoneTitle: 'Ffoniwch ni',
    emailTitle: 'Ysgrifennwch atom',
    emailAdvice: 'Rydym yn ateb o fewn dau ddiwrnod gwaith. Peidiwch ag anfon dim byd preifat iawn drwy e-bost.',
    hours: 'Dydd Llun i ddydd Gwener, 9am i 5pm',
    expectTitle: 'Beth sy’n digwydd pan fyddwch yn ffonio',
    expect: [
      'Person sy’n ateb, nid peiriant.',
      'Rydym yn gofyn beth fyddai’n helpu, a thua ble rydych yn byw. Gallwch hepgor eich enw.',
      'Rydym yn chwilio gyda’n gilydd, a gallwn anfon rhestr atoch drwy’r post, e-bost neu neges destun.',
      'Gallwch ffonio ar ran rhywun arall, os hoffen nhw hynny.',
    ],
    walkTitle: 'Rhywun i gerdded ochr yn ochr â chi',
    walk: 'Mae gan weithiwr cyswllt amser. Maen nhw’n gofyn beth sy’n bwysig i chi, ac yn eich helpu i ddod o hyd i bobl a grwpiau sy’n addas i chi.',
    walkLink: 'Gofyn am weithiwr cyswllt',
    urgentTitle: 'Os na all aros',
    urgent: [
      {number: '999', tel: '999', words: 'Mae rhywun mewn perygl neu wedi brifo’n ddrwg. Mae’r alwad am ddim.'},
      {
        number: '111',
        tel: '111',
        words:
          'Mae angen cymorth meddygol arnoch ond nid yw’n fater 999. Mewn argyfwng iechyd meddwl, ffoniwch 111 a dewiswch opsiwn 2.',
      },
      {
        number: '116 123',
        tel: '116123',
        words: 'Y Samariaid. Siaradwch am unrhyw beth sy’n eich poeni, ddydd neu nos. Mae’r alwad am ddim.',
      },
      {
        number: '85258',
        tel: null,
        words: 'Anfonwch SHOUT mewn neges destun i’r rhif hwn, ddydd neu nos, os yw’n well gennych deipio na siarad.',
      },
    ],
    deaf: 'Os ydych yn fyddar neu’n ei chael yn anodd siarad ar y ffôn, rhowch 18001 o flaen ein rhif i ddefnyddio Relay UK.',
  },
};
