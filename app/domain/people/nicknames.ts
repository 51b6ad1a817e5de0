/* eslint-disable max-lines -- a list of names */
/**
 * Names that stand for one another: pet forms, and spellings of one name that English ears do not tell apart. Each line
 * is one group; a name may stand in several, and then belongs to all of them. Plain letters only (see names.ts).
 */
const GROUPS = `
william will willie willy bill billy billie wills liam wil gwilym gwil wilhelm guillermo
elizabeth elisabeth liz lizzie lizzy beth betty bettie bess bessie libby eliza elsie lisa lisbeth betsy elspeth bet
margaret margery marjorie maggie meg megan peggy peg greta madge margo rita mags mared marged malgorzata gosia margareta
catherine katherine kathryn catharine katharine cathryn kate katie katy cathy kathy kath cath kit kitty catrin cati kasia katarzyna katrina catriona caitlin karen
robert rob robbie bob bobby bert robin roberto
richard rick ricky dick dickie rich richie ricardo ryszard rysiek
john jon johnny johnnie jack jackie ian sean shaun shawn evan ieuan ifan sion ioan jan janek johan juan ivan hans giovanni iain jean
james jim jimmy jimmie jamie jem jago seamus hamish jaime iago
edward ed eddie ned ted teddy eduardo edek
edwin ed eddie
edmund ed eddie ned
theodore theo ted teddy
thomas tom tommy thom twm tomos tomasz tomek tomas
michael mick mickey mike mikey micky mitch michal mihangel meical miguel mikhail misha
charles charlie charley chas chuck karl carl karol siarl carlos
henry harry hal hank harri henryk enrique
harold harry hal
george georgie jerzy jurek sior jorge
joseph joe joey jo josef jozef jose yusuf youssef yousef yousuf yusef
mary marie maria molly polly mae may mair mari maryam mariam miriam marian moira maura mimi marysia
ann anne anna annie nan nancy hannah hanna ania anya nia nansi
jane jayne janie jenny jean sian janet joan jeanne
jennifer jenny jen jenni jennie gwenhwyfar siwan
joan joanie joanna jo
joanna joanne jo johanna asia joasia
susan sue susie suzie suzanne susanna susannah zuzanna
patricia pat patsy patty tricia trish paddy
patrick pat paddy rick padraig
dorothy dot dottie dolly dora thea
florence flo florrie flora
frederick fred freddie freddy fredrick frederic fryderyk
alfred alf alfie fred freddie
albert bert bertie al
herbert bert bertie herb
gilbert gil bert
hubert bert hugh
alexander alex alec sandy sandie al xander sasha aleksander olek alasdair alistair alastair iskander
alexandra alex sandra sandy lexi sasha ola aleksandra
andrew andy drew andi andrzej andreas andras
anthony tony ant antony antoni antek antonio anton
antonia toni tonia
nicholas nick nicky nico nic nicolas klaus mikolaj
nicola nicky nikki nic nicole nichola
christopher chris kit kris topher krzysztof krzysiek christoph
christine chris chrissie christina tina christian krystyna kirsty kirsten
stephen steven steve stevie stefan steffan szczepan
stephanie steph stevie stefania
peter pete pedr piotr piotrek pedro pierre
paul paulie pol pawel pablo
paula pauline polly
david dave davey davie dai dafydd dewi dawid daud dawud
daniel dan danny dani deiniol
danielle dani danni
matthew matt matty mathew mat mateusz mateo
mark marc marcus marek mac
martin marty marcin martyn
samuel sam sammy samuil
samantha sam sammy
benjamin ben benny benji benek binyamin
joshua josh
jonathan jon jonny johnny jonathon nathan
nathaniel nathan nat nate
geoffrey geoff jeff jeffrey jeffery
gerald gerry jerry
gerard gerry jerry
jeremy jerry jem jez
gregory greg gregg grzegorz grzesiek grigor
philip phil phillip pip filip felipe
simon si szymon
timothy tim timmy
terence terry terrence terri
theresa teresa terry tess tessa tracy tereska
victoria vicky vicki vikki tori viki wiktoria queenie
victor vic wiktor
veronica ronnie vera ronni weronika
ronald ron ronnie ronny
donald don donnie domhnall
douglas doug dougie
kenneth ken kenny cenydd
raymond ray
leonard len lenny leo
lawrence laurence larry laurie lawrie laurens
vincent vince vinny
francis frank frankie franek franciszek francisco frances
frances fran frannie fanny francesca franca
walter wally walt wat
arthur art artie artur
eugene gene
eleanor ellie elle nell nellie nora eleanora ellen helen elinor lenore
helen nell ellie helena elena ellen lena halina elen
ellen nell nellie ellie elin
emily em emmie emma emilia milly
emma em emmie
amelia millie milly amy mel
mildred millie milly
camilla milly millie cami
isabel isabelle isabella izzy bella belle bell ishbel izabela iza isobel
sarah sara sally sal sadie zara
barbara barb babs barbie basia bobbie
deborah debbie debra deb debs
rebecca becky becca beccy rebekah
rachel rae rachael raquel rahila
jessica jess jessie
josephine jo josie posy fifi
judith judy judi
julia julie jules julija
juliet jules
kimberley kim
linda lindy lynn lyn
lynne lynn lyn linda
lucy lucille lucia lu lusia
louise lou lulu luisa
louis lou lewis luis luigi
madeleine maddy madeline maddie
matilda tilly tilda mattie maud
melanie mel
melissa mel missy
michelle shelly mich chelle
miranda mandy randy
amanda mandy manda
natalie nat natalia tasha
natasha tasha nat
olivia liv livvy ollie
oliver ollie olly
penelope penny pen
philippa pip pippa
phyllis phyl
priscilla cilla
prudence prue
roberta bobbie
rosemary rose rosie romy
rose rosie rosa roza
ruth ruthie
sandra sandy
sharon shaz
shirley shirl
sidney sid sydney
stanley stan stanislaw staszek
susannah sue susie zanna
valerie val
vivian viv vivien vivienne
winifred win winnie freda
gwendoline gwen gwenda wendy
gwenllian gwen llian
gwyneth gwyn gwen
angharad haz ann
rhys reece rees reese
hugh hughie huw hew
hywel howell howel
llewellyn llewelyn lyn llew
gareth gaz gary garth
geraint ger
myfanwy myf fan vanwy
dilys dil
eirwen wen
owen owain owein
bronwen bron bronwyn
tegwen teg
aneurin nye neirin
siobhan shivaun chevonne
niamh neve neave
aoife eefa
caoimhe keeva quiva
saoirse sorcha
eoin owen ewan euan
aidan aiden
eileen aileen evelyn ellen
bridget bridie biddy brigid brygida
kathleen kath kathy kay kitty cathleen
maureen mo maura
bernadette bernie detta
dermot diarmuid
colm colum
mohammed muhammad mohamed mohammad muhammed mohamad mohd md mo mahomed mehmet mamadou
ahmed ahmad achmed
ali aly
hussain hussein husain hossein husayn
hassan hasan
ibrahim ebrahim abraham abe bram
ismail ishmael esmail
abdul abdel abd abdool
abdullah abdallah abdulla
fatima fatimah fatema fatma fathima
aisha ayesha aysha aishah aicha
khadija khadijah kadija hatice
zainab zaynab zeinab zeynep
omar umar omer
osman usman othman uthman
yasmin jasmine yasmeen jasmin yasmine
noor nur noura nora
syed sayed sayyid saeed said
sheikh shaikh shaykh
begum begam
rashid rasheed
tariq tarik tareq
farooq faruk farouk
imran emran
iqbal eqbal
nasreen nasrin
parveen parvin perveen
shabana shaban
harpreet harry preet
gurpreet preet guri gary
manpreet preet mani
jaspreet jas preet
jaswinder jas jassi
balwinder bal
kulwinder kully
sukhwinder sukh sukhi
harjinder harj
davinder dave devinder
rajinder raj rajindra rajendra
surinder surender surendra sid
mohinder mo
amarjit amar
ranjit ron
lakshmi laxmi luxmi
krishna krishnan kris
sanjay sanj
sunil sonny
suresh sury
vijay vij
rajesh raj
raj rajan raja
dipak deepak
dipika deepika
jyoti joti
pooja puja
sunita sunitha
anil neil
priya pri
mariusz maniek
agnieszka aga agnes
agnes aggie nessie
aleksandra ola olenka
beata becia
boguslaw bogdan bogus
czeslaw czesiek
dariusz darek
dorota dorotka
edyta edith edie
edith edie
elzbieta ela elizabeth
ewa eva eve ewelina
genowefa genia
grazyna grazynka
irena irene irenka
iwona yvonne
jadwiga jadzia hedwig
jacek jack
jaroslaw jarek
justyna justine
kazimierz kazik
krystyna krysia
leszek lech
lukasz luke lucas lukas
maciej maciek
magdalena magda lena madge
monika monica
pawel paul
przemyslaw przemek
radoslaw radek
slawomir slawek
stanislawa stasia
tadeusz tadek ted
waldemar waldek
wieslaw wiesiek
wladyslaw wladek
wojciech wojtek
zbigniew zbyszek
zofia sophia sophie zosia sofia
zygmunt sigmund zygi
augustus gus august
angus gus
barnaby barney
bartholomew bart barty bartosz bartek
bernard bernie
bradley brad
cecilia cissie cissy celia sheila
clarence clarrie
clifford cliff
clive clint
constance connie
cordelia delia
cornelius neil con
cynthia cindy
desmond des
dominic dom dominik
doreen dor
ernest ernie
esther hester essie
ethel effie
gabriel gabe
gabrielle gaby gabby
gertrude gertie trudy
gladys glad
graham grahame graeme
hilary hil
horace horry
ida idie
ivy ive
jacob jake jakub kuba yaqub
jacqueline jackie jacqui jacky
jason jay
jocelyn joss
katrina trina
kevin kev
lancelot lance
lilian lily lil lilly lillian
malcolm mal
marilyn lyn
maurice morris mo moss
maximilian max
maxine max
moses moe musa mo
muriel mu
neville nev
norman norm
oswald oz ozzie
pamela pam
percival percy
reginald reg reggie
roderick rod roddy
rodney rod
roger rodge
roland rollo roly
rosalind ros roz
rosamund ros roz
rupert rube
selina lena
solomon sol suleiman sulayman suleyman
stuart stewart stu
sylvester syl
sylvia syl silvia
thelma thel
tobias toby
ursula ursie
wilfred wilf fred
wilhelmina mina billie minnie
zachary zac zak zach zakariya zakaria
tyrone ty
trevor trev
tracey tracy
leigh lee
lesley leslie les
lindsay lindsey lynsey
hayley hailey
zoe zoey
chloe khloe
sean shaun shawn
clare claire clair
alan allan allen alun al
brian bryan bryn
neil neal niall
colin col
karen karin
kerry keri kerrie
teresa tess
denise den
dennis denis den denny
diane diana dianne di
donna don
elaine elayne lainey
frank francis
gail gayle abigail
abigail abby abbie gail
gillian gill jill gilly
glenys glen
gary garry gaz
gordon gord
heather hev
irene rene
jeanette jean netta
jasper jas
kelly kel
laura lauren laurie
leo leon lionel
marion marian
may mae
naomi nomi
nina antonina
nigel nige
olga ola helga
pearl perl
phoebe phebe
quentin quinn
ralph rafe
sabrina bri
sebastian seb bas
shannon shan
sheila shelagh sheelagh
tamara tammy tam
tamsin tammy tam thomasina
tristan tris
vanessa nessa
wayne way
yvonne von
yvette eve
smith smyth smythe
clark clarke
brown browne
green greene
reid reed read
philips phillips philipps
thompson thomson tomson
johnson johnston johnstone
stephens stevens
macdonald mcdonald
mackenzie mckenzie
mcleod macleod
shah sha
patel patell
khan kahn
hussain hussein
chowdhury choudhury chaudhry choudhry chaudhary chowdury
`;

const OTHERS = new Map<string, Set<string>>();
for (const line of GROUPS.trim().split('\n')) {
  const group = line.split(' ');
  for (const name of group) {
    const others = OTHERS.get(name) ?? new Set<string>();
    for (const other of group) if (other !== name) others.add(other);
    OTHERS.set(name, others);
  }
}

/** The other names that a name may stand for: 'bill' → ['william', 'will', …]. Empty for a name that has none. */
export function nicknamesOf(word: string): string[] {
  return [...(OTHERS.get(word) ?? [])];
}
