import { TABLES } from '../detect/grammars';
import { LANGUAGES } from '../detect/model';
import { once } from '../detect/once';
import { wordHash } from './words';

/** Words that say nothing of what a text is about, beside those that tell its language (the tables' signatures). */
const MORE = `
  a about above after again against all also although am an and another any are around as at back be because been before being below between both but by
  can cannot could did do does doing done down during each even ever every few for from further get gets getting give given go goes going got had has have having
  he her here hers herself him himself his how however i if in into is it its itself just last later least less like made make makes making many may me might more
  most much must my myself near need never new next no nor not now of off on once one only or other others our ours out over own per put quite rather really
  said same say saying says see seen several shall she should since so some still such take taken than that the their theirs them themselves then there these they
  this those though through time to told too toward towards two under until up upon us use used very want was way we well were what when where whether which
  while who whom whose why will with within without would year years yet you your yours yourself according added among including monday tuesday wednesday
  thursday friday saturday sunday week weeks day days today yesterday month months first second three s t re ve ll d m
  aber alle allem allen aller alles als also am an andere anderen auch auf aus bei bin bis bisher da damit dann das dass dem den denn der des dessen die dies
  diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen gibt hat hatte hatten habe haben hier ich ihm ihn
  ihnen ihr ihre ihrem ihren ihrer im in ins ist jede jeder jedes jetzt kann kein keine keinen können könnte machen man mehr mein mit muss nach nicht nichts noch nun
  nur ob oder ohne sagte sagt sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte sowie über um und uns unter vom von vor war waren was weil
  wenn wer werde werden wie wieder will wir wird wo worden wurde wurden zu zum zur zwei zwischen jahr jahre jahren montag dienstag mittwoch donnerstag freitag samstag sonntag
  alors après au aucun aussi autre autres aux avait avant avec avoir ayant bien car ce cela celle celui ces cet cette chez comme contre dans de des depuis deux dit
  donc dont du elle elles en encore entre est et était été être eu fait faire fois font ils il ici je jour jours la le les leur leurs lors lui ma mais me même
  moins mon ne ni non nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourrait près qu quand que quel quelle qui sa sans se selon sera ses si
  son sont sous sur ta te tous tout toute toutes très trois un une vers vos votre vous y an ans année années lundi mardi mercredi jeudi vendredi samedi dimanche c d j l n
  además al algo ante antes así aún aunque bajo cada como con contra cual cuando cuatro da de del desde dijo donde dos durante el él ella ellas ellos en entre era
  es esa ese eso esta está estaba estado están este esto estos fue fueron ha habían había han hasta hay la las le les lo los más me mi mientras mismo muy
  nada ni no nos nosotros o otra otras otro otros para pero poco por porque primer puede pueden pues que qué quien se sea según ser si sí sido sin sino sobre
  solo son su sus también tan tanto te tiene tienen todo todos tras tres tu un una uno unos va ya yo año años lunes martes miércoles jueves viernes sábado domingo`;

const HASHES: () => ReadonlySet<number> = once(
  () =>
    new Set(
      [MORE, ...LANGUAGES.map(language => TABLES[language].signature)].flatMap(words =>
        words.trim().split(/\s+/).map(wordHash),
      ),
    ),
);

/** Whether a word (its hash in `Words.hashes`) says nothing of what a text is about: articles, pronouns, days of the week. */
export const isFunctionWord = (hash: number): boolean => HASHES().has(hash);
