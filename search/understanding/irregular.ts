/** Verbs whose forms no ending tells: each line begins with the word itself, then its other forms. */
const FORMS = `
beat beaten | become became | begin began begun | bend bent | bite bit bitten | bleed bled | blow blew blown | break broke broken | bring brought | build built
burn burnt | buy bought | catch caught | choose chose chosen | come came | creep crept | deal dealt | dig dug | do did done does | draw drew drawn
drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought | find found | flee fled | fly flew flown
forget forgot forgotten | freeze froze frozen | get got gotten | give gave given | go went gone goes | grow grew grown | hang hung | have has had | hear heard
hide hid hidden | hold held | keep kept | know knew known | lay laid | lead led | lean leant | learn learnt | leave left | lend lent | lose lost | make made
mean meant | meet met | pay paid | ride rode ridden | ring rang rung | rise rose risen | run ran | say said | see saw seen | seek sought | sell sold | send sent
sew sewn | shake shook shaken | shoot shot | show shown | shrink shrank shrunk | sing sang sung | sink sank sunk | sit sat | sleep slept | speak spoke spoken
spend spent | stand stood | steal stole stolen | stick stuck | sting stung | swear swore sworn | sweep swept | swell swollen | swim swam swum | take took taken
teach taught | tear tore torn | tell told | think thought | throw threw thrown | tread trod | wake woke woken | wear wore worn | weep wept | win won
wind wound | write wrote written | understand understood
`;

const WORD_OF = new Map(
  FORMS.split(/[|\n]/).flatMap((line) => {
    const [word, ...forms] = line.trim().split(' ');
    return forms.map((form) => [form, word!] as const);
  }),
);

/** 'Paid' is 'pay'; every other word is itself. */
export const regular = (word: string): string => WORD_OF.get(word) ?? word;
